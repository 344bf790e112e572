package io.watchfloor.action.redis;

import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.LineFilter;
import io.watchfloor.kernel.Risk;

/**
 * Reads the server's own figures; with the section {@code stats} its value is the cache's
 * hit rate, with {@code memory} the memory in use.
 *
 * @param section one section in lower case; empty for the server's choice
 * @param filters applied to the lines
 */
public record Info(String section, List<LineFilter> filters) implements Action {

	private static final Pattern SECTION = Pattern.compile("[a-z]{0,20}");

	public Info {
		if (!SECTION.matcher(section).matches()) {
			throw new IllegalArgumentException("a section of INFO is a word in lower case, not '" + section + "'");
		}
		filters = List.copyOf(filters);
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Read Redis figures" + (this.section.isEmpty() ? "" : ": " + this.section);
	}

	@Override
	public String commandLine() {
		return "redis-cli INFO" + (this.section.isEmpty() ? "" : " " + this.section)
				+ LineFilter.commandLine(this.filters);
	}

}
