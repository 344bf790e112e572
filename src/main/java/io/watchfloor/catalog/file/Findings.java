package io.watchfloor.catalog.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.watchfloor.catalog.CatalogError;

/** Collects what is wrong with one file. */
final class Findings {

	private final String file;

	private final List<CatalogError> errors = new ArrayList<>();

	Findings(String file) {
		this.file = file;
	}

	void error(Position position, String message, String expected) {
		add(position, message, expected, CatalogError.Level.ERROR);
	}

	void warning(Position position, String message, String expected) {
		add(position, message, expected, CatalogError.Level.WARNING);
	}

	/** A warning about another file than the one that is read. */
	void about(String otherFile, String message, String expected) {
		this.errors.add(new CatalogError(otherFile, 0, 0, message, expected, CatalogError.Level.WARNING));
	}

	boolean fatal() {
		return this.errors.stream().anyMatch((error) -> error.level() == CatalogError.Level.ERROR);
	}

	List<CatalogError> byPlace() {
		return this.errors.stream()
			.sorted(Comparator.comparingInt(CatalogError::line).thenComparingInt(CatalogError::column))
			.toList();
	}

	private void add(Position position, String message, String expected, CatalogError.Level level) {
		this.errors.add(new CatalogError(this.file, position.line(), position.column(), message, expected, level));
	}

}
