package io.watchfloor.catalog.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.OperatedSystem;

/**
 * The catalog after one reading.
 *
 * @param systems the last good reading of every system, by the folder's name
 * @param errors what was wrong in the last reading
 * @param files the files it was read from
 */
record CatalogState(SortedMap<String, OperatedSystem> systems, List<CatalogError> errors, Map<Path, FileState> files) {

	static final CatalogState EMPTY = new CatalogState(new TreeMap<>(), List.of(), Map.of());

	/**
	 * What stands after a reading: systems whose folder is gone are gone, systems that
	 * were refused stay as they were.
	 */
	CatalogState after(SortedMap<String, Reading> readings, Map<Path, FileState> now) {
		SortedMap<String, OperatedSystem> next = new TreeMap<>();
		List<CatalogError> wrong = new ArrayList<>();
		readings.forEach((folder, reading) -> {
			wrong.addAll(reading.errors());
			OperatedSystem system = (reading.system() != null) ? reading.system() : this.systems.get(folder);
			if (system != null) {
				next.put(folder, system);
			}
		});
		return new CatalogState(next, List.copyOf(wrong), now);
	}

}
