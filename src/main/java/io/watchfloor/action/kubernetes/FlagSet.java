package io.watchfloor.action.kubernetes;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The flags that a verb understands, by long and by short name. */
final class FlagSet {

	private final Map<String, Kind> kinds = new HashMap<>();

	private final Map<String, String> shorts = new HashMap<>();

	/** What a flag takes, as kubectl's own parser has it. */
	enum Kind {

		/** Nothing, or {@code =true} and {@code =false}. */
		SWITCH,
		/** The rest of the word or the next word; the last one given counts. */
		TEXT,
		/** As TEXT, and each one given counts. */
		LIST,
		/** Only {@code =value}; alone it means something by itself. */
		OPTIONAL

	}

	/** Flags as {@code long/s} or {@code long}. */
	FlagSet switches(String... names) {
		return add(Kind.SWITCH, names);
	}

	FlagSet texts(String... names) {
		return add(Kind.TEXT, names);
	}

	FlagSet lists(String... names) {
		return add(Kind.LIST, names);
	}

	FlagSet optional(String... names) {
		return add(Kind.OPTIONAL, names);
	}

	FlagSet with(FlagSet others) {
		this.kinds.putAll(others.kinds);
		this.shorts.putAll(others.shorts);
		return this;
	}

	private FlagSet add(Kind kind, String... names) {
		for (String name : names) {
			String[] parts = name.split("/", 2);
			this.kinds.put(parts[0], kind);
			if (parts.length > 1) {
				this.shorts.put(parts[1], parts[0]);
			}
		}
		return this;
	}

	@Nullable Kind kind(String name) {
		return this.kinds.get(name);
	}

	@Nullable String longName(char letter) {
		return this.shorts.get(String.valueOf(letter));
	}

	/** All long names. */
	java.util.Set<String> names() {
		return this.kinds.keySet();
	}

}
