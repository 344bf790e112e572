package io.watchfloor.ui;

/** One text of the status bar at the bottom; a feature contributes it as a bean. */
public interface StatusItem {

	/** The text as of now; asked at most once a second for each open page. */
	String text();

	/** From left to right, ascending. */
	int order();

}
