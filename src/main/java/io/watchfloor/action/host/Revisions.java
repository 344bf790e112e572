package io.watchfloor.action.host;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.kernel.Problem;

/**
 * A project's migrations in one line, as {@code alembic history} tells them.
 *
 * @param before each revision's predecessor; empty text for the first
 * @param titles each revision's title
 * @param head the newest
 */
record Revisions(Map<String, String> before, Map<String, String> titles, String head) {

	private static final Pattern LINE = Pattern
		.compile("(<base>|[A-Za-z0-9_]+) -> ([A-Za-z0-9_]+)( \\(head\\))?(?: \\([a-z, ()]*\\))*, ?(.*)");

	private static final Pattern CURRENT = Pattern.compile("([A-Za-z0-9_]+)( \\(head\\))?");

	/** Reads a history; one with branches is none that can be gone along. */
	static Revisions of(String history) {
		Map<String, String> before = new LinkedHashMap<>();
		Map<String, String> titles = new LinkedHashMap<>();
		String head = "";
		for (String line : history.lines().filter((each) -> !each.isBlank()).toList()) {
			Matcher matcher = LINE.matcher(line.strip());
			if (!matcher.matches() || (matcher.group(3) != null && !head.isEmpty())
					|| before.containsValue(plain(matcher.group(1)))) {
				throw new Problem(Problem.Category.NOT_UNDERSTOOD,
						"The history has branches or is not understood ('" + line.strip() + "'). Do it by hand.");
			}
			before.put(matcher.group(2), plain(matcher.group(1)));
			titles.put(matcher.group(2), matcher.group(4));
			head = (matcher.group(3) != null) ? matcher.group(2) : head;
		}
		if (head.isEmpty()) {
			throw new Problem(Problem.Category.NOT_FOUND, "Alembic tells of no revisions in the project's folder.");
		}
		return new Revisions(before, titles, head);
	}

	private static String plain(String revision) {
		return revision.equals("<base>") ? "" : revision;
	}

	/** Where a database is; empty text when no migration ran. */
	static String current(String answer) {
		List<String> lines = answer.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		if (lines.isEmpty()) {
			return "";
		}
		Matcher matcher = CURRENT.matcher(lines.getFirst());
		if (lines.size() > 1 || !matcher.matches()) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"The database is at several revisions or at an unknown one: " + String.join("; ", lines) + ".");
		}
		return matcher.group(1);
	}

	/**
	 * Where a move leads, as an id.
	 * @param now where the database is
	 */
	String target(AlembicMove move, String now) {
		boolean down = move.way() == AlembicMove.Way.DOWNGRADE;
		String target = move.revision().equals("head") ? this.head
				: (move.steps() == 0) ? found(move.revision()) : down ? down(now, move.steps()) : up(now, move.steps());
		if (target.equals(now)) {
			throw no("The database is at " + now + " already; nothing to do.");
		}
		if (below(now, target) != down) {
			throw no(target + " is not " + (down ? "before " : "after ") + (now.isEmpty() ? "the first revision" : now)
					+ ".");
		}
		return target;
	}

	/** By its whole id or the start of only one. */
	private String found(String start) {
		List<String> found = this.before.keySet().stream().filter((each) -> each.startsWith(start)).toList();
		if (found.size() != 1) {
			throw no(found.isEmpty() ? "There is no revision " + start + " in the project's folder."
					: start + " may be any of " + found + ".");
		}
		return found.getFirst();
	}

	private String down(String now, int steps) {
		String at = now;
		for (int step = 0; step < steps; step++) {
			at = this.before.getOrDefault(at, "");
			if (at.isEmpty()) {
				throw no("That many steps back is before the first migration: every table would be dropped.");
			}
		}
		return at;
	}

	private String up(String now, int steps) {
		String at = now;
		for (int step = 0; step < steps; step++) {
			String from = at;
			at = after(from).orElseThrow(() -> no("There is no revision after " + from + "."));
		}
		return at;
	}

	private Optional<String> after(String revision) {
		return this.before.entrySet()
			.stream()
			.filter((each) -> each.getValue().equals(revision))
			.map(Map.Entry::getKey)
			.findFirst();
	}

	/** Whether one is reached by going back from another. */
	private boolean below(String from, String target) {
		String at = from;
		while (!at.isEmpty()) {
			at = this.before.getOrDefault(at, "");
			if (at.equals(target)) {
				return true;
			}
		}
		return false;
	}

	String words(String revision) {
		String title = this.titles.getOrDefault(revision, "");
		return revision.isEmpty() ? "no migration" : revision + (title.isEmpty() ? "" : " (" + title + ")");
	}

	private static Problem no(String message) {
		return new Problem(Problem.Category.TARGET_SAID_NO, message);
	}

}
