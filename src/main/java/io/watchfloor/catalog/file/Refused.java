package io.watchfloor.catalog.file;

import io.watchfloor.catalog.CatalogError;

/** A file that cannot be read at all, with the first reason. */
class Refused extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient Position position;

	private final String expected;

	Refused(Position position, String message, String expected) {
		super(message);
		this.position = position;
		this.expected = expected;
	}

	CatalogError in(String file) {
		return new CatalogError(file, this.position.line(), this.position.column(), String.valueOf(getMessage()),
				this.expected, CatalogError.Level.ERROR);
	}

}
