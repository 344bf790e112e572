package io.watchfloor.action.host;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Makes a folder with the folders above it, or removes an empty one.
 *
 * @param verb which
 * @param path the folder; relative ones start in the target's folder
 */
public record FolderChange(Verb verb, String path) implements Action {

	/** What is done. */
	public enum Verb {

		/** It is there afterwards. */
		MAKE,
		/** It is gone afterwards; only while it is empty. */
		REMOVE

	}

	public FolderChange {
		path = PlainPath.trimmed(path);
		PlainPath.demandName((verb == Verb.MAKE) ? "mkdir" : "rmdir", path);
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return ((this.verb == Verb.MAKE) ? "Make the folder " : "Remove the empty folder ") + this.path;
	}

	@Override
	public String commandLine() {
		return ((this.verb == Verb.MAKE) ? "mkdir -p -- " : "rmdir -- ") + Shell.quote(this.path);
	}

}
