package io.watchfloor.catalog.file;

import java.util.List;

import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.OperatedSystem;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading one system's folder.
 *
 * @param system the system; absent when the file was refused
 * @param errors what is wrong, by place
 */
record Reading(@Nullable OperatedSystem system, List<CatalogError> errors) {

	Reading {
		errors = List.copyOf(errors);
	}

}
