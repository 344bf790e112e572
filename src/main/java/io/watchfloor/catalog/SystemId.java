package io.watchfloor.catalog;

import java.util.regex.Pattern;

/**
 * A system's id: the name of its folder in the catalog.
 *
 * @param value lower-case letters, digits and hyphens
 */
public record SystemId(String value) {

	private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

	public SystemId {
		if (!valid(value)) {
			throw new IllegalArgumentException("a system id is lower-case letters, digits and hyphens: " + value);
		}
	}

	/** Whether a text can be an id. */
	public static boolean valid(String text) {
		return SHAPE.matcher(text).matches();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
