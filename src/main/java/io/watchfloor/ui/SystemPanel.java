package io.watchfloor.ui;

import com.vaadin.flow.component.Component;

/**
 * Adds a panel to a system's page; a bean of a feature that the catalog does not know.
 */
public interface SystemPanel {

	/** Where among the panels: smaller numbers first. */
	int order();

	/**
	 * A new panel.
	 * @param system the system's id
	 */
	Component of(String system);

}
