package io.watchfloor.action.host;

import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Takes back a copy, only while it is still what was copied.
 *
 * @param path the copy
 * @param copied the digest of it, as {@link FilesAt#digest()} gives it
 */
public record CopyRemoval(String path, String copied) implements Action {

	private static final Pattern DIGEST = Pattern.compile("(FILE|FOLDER) [0-9a-f]{64}");

	public CopyRemoval {
		PlainPath.demandName("rm", path);
		if (!DIGEST.matcher(copied).matches()) {
			throw new IllegalArgumentException("'" + copied + "' is no digest of a copy");
		}
	}

	/** Whether it is a folder. */
	boolean folder() {
		return this.copied.startsWith("FOLDER");
	}

	@Override
	public Risk risk() {
		return Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return "Remove the copy " + this.path;
	}

	@Override
	public String commandLine() {
		return (folder() ? "rm -r -- " : "rm -- ") + Shell.quote(this.path);
	}

}
