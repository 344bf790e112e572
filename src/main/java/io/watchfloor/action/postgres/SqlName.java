package io.watchfloor.action.postgres;

import java.util.regex.Pattern;

/**
 * A table's or index's name as SQL writes it. It is only ever a parameter of a catalog
 * lookup; what runs is the name that the catalog gives for the object found.
 */
final class SqlName {

	static final String PART = "(?:[A-Za-z_][A-Za-z0-9_$]{0,62}|\"(?:[^\"\\x00]|\"\"){1,126}\")";

	static final String NAME = PART + "(?:\\." + PART + ")?";

	private static final Pattern SHAPE = Pattern.compile(NAME);

	private SqlName() {
	}

	static void demand(String name) {
		if (!SHAPE.matcher(name).matches()) {
			throw new IllegalArgumentException("'" + name + "' is no name of a table or index");
		}
	}

}
