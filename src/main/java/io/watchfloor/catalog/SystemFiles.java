package io.watchfloor.catalog;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Changes a system's {@code system.yaml} entry by entry, and leaves the rest of the file,
 * comments included, as it was. Who calls has asked for the permission.
 */
public interface SystemFiles {

	/** The file as it stands, in the parts that can be changed. */
	Content read(SystemId system);

	/**
	 * Changes one entry. The new file is loaded before it takes the old one's place,
	 * which is kept in the hidden folder {@code .versions} beside it.
	 * @param version what {@link #read} said; with another one nothing is changed
	 * @throws io.watchfloor.kernel.Problem when the file was changed meanwhile, or would
	 * not be right afterwards
	 */
	void change(SystemId system, String version, Change change);

	/**
	 * What a file holds.
	 *
	 * @param version its SHA-256
	 * @param entries the entries of each list, values as texts
	 */
	record Content(String version, Map<String, List<Map<String, String>>> entries) {

		public Content {
			entries = Map.copyOf(entries);
		}

		/** The entries of one list. */
		public List<Map<String, String>> of(String list) {
			return this.entries.getOrDefault(list, List.of());
		}

	}

	/**
	 * One change.
	 *
	 * @param list which list: {@code thresholds}
	 * @param index of the entry that is changed, or before which the new one goes; null
	 * for a new one at the end
	 * @param fresh whether it is a new entry
	 * @param fields what is written: texts or whole numbers
	 */
	record Change(String list, @Nullable Integer index, boolean fresh, Map<String, Object> fields) {
	}

}
