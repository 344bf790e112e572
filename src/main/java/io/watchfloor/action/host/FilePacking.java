package io.watchfloor.action.host;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Replaces one file by its packed form, or the other way round.
 *
 * @param verb which
 * @param path the file that is replaced; relative ones start in the target's folder
 */
public record FilePacking(Verb verb, String path) implements Action {

	private static final String END = ".gz";

	/** What is done. */
	public enum Verb {

		/** {@code a} becomes {@code a.gz}. */
		PACK,
		/** {@code a.gz} becomes {@code a}. */
		UNPACK

	}

	public FilePacking {
		String program = (verb == Verb.PACK) ? "gzip" : "gunzip";
		PlainPath.demandName(program, path);
		if (path.endsWith("/") || path.endsWith(END) != (verb == Verb.UNPACK) || path.endsWith("/" + END)
				|| path.equals(END)) {
			throw new IllegalArgumentException(program + ": '" + path + "' is no "
					+ ((verb == Verb.PACK) ? "file to pack" : "packed file (NAME.gz)"));
		}
	}

	/** The file that is there afterwards. */
	String becomes() {
		return (this.verb == Verb.PACK) ? this.path + END : this.path.substring(0, this.path.length() - END.length());
	}

	/** The packed one of the two. */
	String packed() {
		return (this.verb == Verb.PACK) ? becomes() : this.path;
	}

	/** The other way round. */
	FilePacking back() {
		return new FilePacking((this.verb == Verb.PACK) ? Verb.UNPACK : Verb.PACK, becomes());
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return ((this.verb == Verb.PACK) ? "Pack " : "Unpack ") + this.path;
	}

	@Override
	public String commandLine() {
		return ((this.verb == Verb.PACK) ? "gzip -- " : "gunzip -- ") + Shell.quote(this.path);
	}

}
