package io.watchfloor.action;

import java.util.regex.Pattern;

/**
 * Something that can be wrong in a runbook.
 *
 * @param id stable, {@code tool/what-is-wrong}: {@code redis/flushall}
 * @param severity how bad it is
 * @param title in a few words
 * @param explanation why it is wrong and what to do, in plain words
 */
public record Rule(String id, Severity severity, String title, String explanation) {

	private static final Pattern ID = Pattern.compile("[a-z0-9]+/[a-z0-9]+(-[a-z0-9]+)*");

	public Rule {
		if (!ID.matcher(id).matches()) {
			throw new IllegalArgumentException("a rule is named tool/what-is-wrong, not '" + id + "'");
		}
	}

}
