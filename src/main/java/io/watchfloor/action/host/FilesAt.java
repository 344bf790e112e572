package io.watchfloor.action.host;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import io.watchfloor.kernel.Problem;

/**
 * What is at a path of a host; of contents only digests.
 *
 * @param path as it is asked for
 * @param kind what it is
 * @param size of a file, in bytes; 0 otherwise
 * @param entries by the path below it (empty for the file itself): a file's SHA-256, or
 * what else it is
 */
record FilesAt(String path, Kind kind, long size, SortedMap<String, String> entries) {

	/** What can be at a path. */
	enum Kind {

		/** Nothing. */
		ABSENT,
		/** A file. */
		FILE,
		/** A folder. */
		FOLDER

	}

	/** Looks. A link is refused: what is behind it may lie anywhere. */
	static FilesAt of(String path, Function<List<String>, HostAnswer> host) {
		HostAnswer stat = host.apply(List.of("stat", "-c", "%s %F", "--", path));
		if (stat.exit() != 0) {
			if (stat.errors().contains("No such file")) {
				return new FilesAt(path, Kind.ABSENT, 0, new TreeMap<>());
			}
			throw refused("What is at " + path + " cannot be told: " + stat.lastWords());
		}
		String said = stat.output().strip();
		if (said.endsWith(" directory")) {
			return new FilesAt(path, Kind.FOLDER, 0, folder(path, host));
		}
		if (!said.contains(" regular ")) {
			throw refused(path + " is no plain file or folder: " + said);
		}
		String digest = checked(path, host.apply(List.of("sha256sum", "--", path))).replaceFirst("^\\\\", "");
		return new FilesAt(path, Kind.FILE, Long.parseLong(said.substring(0, said.indexOf(' '))),
				new TreeMap<>(Map.of("", digest.substring(0, 64))));
	}

	private static SortedMap<String, String> folder(String path, Function<List<String>, HostAnswer> host) {
		SortedMap<String, String> entries = new TreeMap<>();
		records(checked(path, host.apply(List.of("find", path, "-mindepth", "1", "-printf", "%P\\0%y %l\\0"))), entries,
				path);
		String sums = checked(path,
				host.apply(List.of("find", path, "-type", "f", "-exec", "sha256sum", "-z", "--", "{}", "+")));
		for (String line : sums.split("\0", -1)) {
			if (line.length() > 66 + path.length()) {
				String below = line.substring(66 + path.length()).replaceFirst("^/+", "");
				entries.put(below, line.substring(0, 64));
			}
		}
		return entries;
	}

	private static void records(String output, SortedMap<String, String> entries, String path) {
		List<String> fields = Arrays.asList(output.split("\0", -1));
		for (int i = 0; i + 1 < fields.size(); i += 2) {
			if (entries.put(fields.get(i), fields.get(i + 1)) != null) {
				throw refused("The files in " + path + " changed while they were looked at.");
			}
		}
	}

	private static String checked(String path, HostAnswer answer) {
		if (answer.exit() != 0 || answer.cut()) {
			throw refused(answer.cut() ? path + " holds too many files to compare them; do it by hand."
					: path + " cannot be read: " + answer.lastWords());
		}
		return answer.output();
	}

	private static Problem refused(String why) {
		return new Problem(Problem.Category.TARGET_SAID_NO, why);
	}

	boolean absent() {
		return this.kind == Kind.ABSENT;
	}

	/** Whether all of the other is here, as it is there. */
	boolean holds(FilesAt other) {
		return this.kind == other.kind && this.entries.entrySet().containsAll(other.entries.entrySet());
	}

	/** One digest of all; the same for equal copies. */
	String digest() {
		return this.kind + " " + new HostFile(this.path, this.entries.toString()).digest();
	}

	/** For people; of what holds secrets no digest, by which guesses could be tried. */
	String told(boolean secret) {
		return (secret && this.kind == Kind.FILE) ? "a file of " + this.size + " bytes" : told();
	}

	/** For people. */
	String told() {
		return switch (this.kind) {
			case ABSENT -> "not there";
			case FILE -> "a file of " + this.size + " bytes, SHA-256 "
					+ this.entries.getOrDefault("", "").substring(0, 12) + "\u2026";
			case FOLDER -> "a folder with " + this.entries.size() + " files and folders in it";
		};
	}

}
