package io.watchfloor.action.compose;

import java.util.List;
import java.util.regex.Pattern;

/** What Docker's things may be called; no name can be taken for a flag or a path. */
final class DockerNames {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,254}");

	private static final Pattern IMAGE = Pattern.compile(
			"[A-Za-z0-9][A-Za-z0-9_.-]*(:[0-9]+)?(/[A-Za-z0-9_.-]+)*(:[A-Za-z0-9_.-]{1,128})?(@sha256:[0-9a-f]{64})?");

	private static final Pattern TIME = Pattern.compile("|[0-9A-Za-z][0-9A-Za-z:.+-]{0,40}");

	private DockerNames() {
	}

	/** Containers, volumes, networks, services. */
	static void demand(List<String> names) {
		names.forEach((name) -> demand(NAME, name, "name"));
	}

	static void demandSome(List<String> names) {
		if (names.isEmpty()) {
			throw new IllegalArgumentException("a name is missing");
		}
		demand(names);
	}

	static void demandName(String name) {
		demand(NAME, name, "name");
	}

	static void demandImage(String reference) {
		demand(IMAGE, reference, "image");
	}

	/** As {@code --since} takes it: {@code 10m}, a date, seconds; empty for none. */
	static void demandTime(String time) {
		demand(TIME, time, "time");
	}

	private static void demand(Pattern pattern, String text, String what) {
		if (!pattern.matcher(text).matches()) {
			throw new IllegalArgumentException("'" + text + "' is no " + what);
		}
	}

}
