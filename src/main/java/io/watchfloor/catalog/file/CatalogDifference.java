package io.watchfloor.catalog.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;

import io.watchfloor.catalog.CatalogError;
import io.watchfloor.catalog.OperatedSystem;

/**
 * What one reading changed.
 *
 * @param added systems that are new
 * @param changed systems of which the file or a runbook differs
 * @param removed systems that are gone
 * @param errors whether the errors differ
 */
record CatalogDifference(List<String> added, List<String> changed, List<String> removed, boolean errors) {

	static CatalogDifference between(CatalogState before, CatalogState now) {
		return new CatalogDifference(select(now, (name) -> !before.systems().containsKey(name)),
				select(now, (name) -> before.systems().containsKey(name) && changed(before, now, name)),
				select(before, (name) -> !now.systems().containsKey(name)), !before.errors().equals(now.errors()));
	}

	private static List<String> select(CatalogState state, Predicate<String> condition) {
		return new TreeSet<>(state.systems().keySet()).stream().filter(condition).toList();
	}

	private static boolean changed(CatalogState before, CatalogState now, String name) {
		OperatedSystem system = now.systems().get(name);
		if (system == null || !system.equals(before.systems().get(name))) {
			return true;
		}
		for (Path runbook : system.runbooks()) {
			if (!Objects.equals(before.files().get(runbook), now.files().get(runbook))) {
				return true;
			}
		}
		return false;
	}

	boolean systems() {
		return !(this.added.isEmpty() && this.changed.isEmpty() && this.removed.isEmpty());
	}

	boolean any() {
		return systems() || this.errors;
	}

	/** For the record. */
	Map<String, String> details(List<CatalogError> now) {
		Map<String, String> details = new LinkedHashMap<>();
		put(details, "added", this.added);
		put(details, "changed", this.changed);
		put(details, "removed", this.removed);
		put(details, "errors", now.stream().map(CatalogError::place).toList());
		return details;
	}

	private static void put(Map<String, String> details, String key, List<String> names) {
		if (!names.isEmpty()) {
			details.put(key, String.join(", ", names));
		}
	}

}
