package io.watchfloor.action.host;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.action.ValueKind;
import io.watchfloor.kernel.Risk;

/**
 * Removes or packs files of a folder that are older than some days.
 *
 * @param verb what is done with them
 * @param folder which, and everything below it
 * @param names as {@code -name} takes it: {@code *.log}; empty for all
 * @param olderThanDays only files whose content is older than this many whole days
 */
public record OldFiles(Verb verb, String folder, String names, int olderThanDays) implements Action {

	private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9_.*?-]{0,100}");

	/** What is done with them. */
	public enum Verb {

		/** They are gone afterwards. */
		DELETE,
		/** Each is replaced by its packed form. */
		PACK

	}

	public OldFiles {
		if (!folder.startsWith("/") || !ValueKind.P.accepts(folder) || folder.replace("/", "").isEmpty()) {
			throw new IllegalArgumentException(
					"find: old files are removed from one folder, written whole, not '" + folder + "'");
		}
		if (!NAMES.matcher(names).matches() || names.startsWith("-")) {
			throw new IllegalArgumentException("find: '" + names + "' is no -name that is understood");
		}
		if (olderThanDays < 1 || olderThanDays > 3650) {
			throw new IllegalArgumentException("find: -mtime must be from +1 to +3650, so that nothing in use goes");
		}
	}

	/** The files that are meant, each ended by a zero byte. */
	List<String> search() {
		List<String> words = new ArrayList<>(List.of("find", this.folder, "-xdev", "-type", "f"));
		if (!this.names.isEmpty()) {
			words.addAll(List.of("-name", this.names));
		}
		words.addAll(List.of("-mtime", "+" + this.olderThanDays, "-printf", "%s %T@ %p\\0"));
		return words;
	}

	@Override
	public Risk risk() {
		return (this.verb == Verb.DELETE) ? Risk.DESTRUCTIVE : Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return ((this.verb == Verb.DELETE) ? "Remove " : "Pack ") + (this.names.isEmpty() ? "files" : this.names)
				+ " in " + this.folder + " older than " + this.olderThanDays + " days";
	}

	@Override
	public String commandLine() {
		return "find " + Shell.quote(this.folder) + " -type f"
				+ (this.names.isEmpty() ? "" : " -name " + Shell.quote(this.names)) + " -mtime +" + this.olderThanDays
				+ ((this.verb == Verb.DELETE) ? " -delete" : " -exec gzip {} ';'");
	}

}
