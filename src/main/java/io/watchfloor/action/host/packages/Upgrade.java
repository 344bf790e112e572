package io.watchfloor.action.host.packages;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One package of a simulation.
 *
 * @param name of the package, with its architecture where that is a foreign one
 * @param from the version that is installed; null for a package that is new
 * @param to the version that comes
 * @param archive where from, in apt's words
 */
record Upgrade(String name, @Nullable String from, String to, String archive) {

	private static final Pattern LINE = Pattern
		.compile("Inst ([a-z0-9+.:-]+)(?: \\[([^\\]]+)\\])? \\(([^ )]+) (.*?)(?: \\[[a-z0-9-]+\\])?\\).*");

	/** Those that a simulation installs. */
	static List<Upgrade> of(String simulation) {
		return simulation.lines()
			.map(LINE::matcher)
			.filter(Matcher::matches)
			.map((line) -> new Upgrade(line.group(1), line.group(2), line.group(3), line.group(4)))
			.toList();
	}

	boolean isSecurity() {
		return this.archive.matches("(?i).*security.*");
	}

	/** As apt takes it on its line. */
	String pinned() {
		return this.name + "=" + this.to;
	}

	/** Whether the machine goes on with the old one until it starts anew. */
	boolean needsRestart() {
		return this.name
			.matches("linux-(image|base|modules).*|libc6.*|libc-bin|systemd.*|dbus.*|intel-microcode|amd64-microcode");
	}

}
