package io.watchfloor.action;

import java.util.regex.Pattern;

/** What a flag's value or an operand may look like; by one letter in a grammar. */
public enum ValueKind {

	/** A whole number. */
	N("number", "[0-9]{1,9}"),
	/** A number with a sign or a unit: {@code +5}, {@code -1G}, {@code 100M}. */
	Z("amount", "[+-]?[0-9]{1,12}(\\.[0-9]{1,6})?[a-zA-Z]{0,4}"),
	/** A word without blanks that is no flag. */
	W("name", "[A-Za-z0-9_.@%:/+=,~*^#!<>][A-Za-z0-9_.@%:/+=,~*^#!<>-]{0,500}"),
	/** A path that is no flag. */
	P("path", "[^\\p{Cntrl}-][^\\p{Cntrl}]{0,1000}"),
	/** A format as date takes it: {@code +%F}. */
	F("format", "\\+[^\\p{Cntrl}]{1,200}"),
	/** A host's name or address. */
	H("host", "[A-Za-z0-9_\\[:][A-Za-z0-9_.:\\]-]{0,253}"),
	/** Any text of one line. */
	T("text", "[^\\p{Cntrl}]{0,4000}");

	private final String title;

	private final Pattern shape;

	ValueKind(String title, String shape) {
		this.title = title;
		this.shape = Pattern.compile(shape);
	}

	/** In a word: "number". */
	public String title() {
		return this.title;
	}

	/** Whether a text looks like it. */
	public boolean accepts(String text) {
		return this.shape.matcher(text).matches();
	}

}
