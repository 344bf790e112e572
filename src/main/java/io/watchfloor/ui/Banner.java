package io.watchfloor.ui;

import java.util.Optional;

/** A warning across the top of every page while something concerns everybody; a bean. */
public interface Banner {

	/**
	 * The text while it applies, saying what is wrong, what still works and what to do.
	 */
	Optional<String> text();

}
