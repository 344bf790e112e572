package io.watchfloor.action.redis;

import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Deletes the keys of one logical database that match a pattern.
 *
 * @param pattern as SCAN MATCH takes it; must name something, not every key
 */
public record DeleteByPattern(KeyText pattern) implements Action {

	private static final Pattern EVERYTHING = Pattern.compile("[*?]*");

	public DeleteByPattern {
		if (EVERYTHING.matcher(pattern.spelling()).matches()) {
			throw new IllegalArgumentException("the pattern '" + pattern
					+ "' names no key in particular; to remove everything, flush and see what is not cache");
		}
	}

	@Override
	public Risk risk() {
		return Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return "Delete keys matching " + this.pattern;
	}

	@Override
	public String commandLine() {
		return "redis-cli --scan --pattern " + this.pattern.shell() + " | xargs -d '\\n' redis-cli UNLINK";
	}

}
