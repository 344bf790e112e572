package io.watchfloor.action.postgres.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import io.watchfloor.action.AllowedFolder;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * A dump on this machine, inside the folder that the target allows.
 *
 * @param path where it really is, links followed
 */
record DumpFile(Path path, long size, Instant modified) {

	/**
	 * Finds it.
	 * @throws Problem when it is not there, not readable, or leads out of the folder
	 */
	static DumpFile of(String name, Target target) {
		Path file = AllowedFolder.of(target, "dumps").readable(name);
		try {
			return new DumpFile(file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
		}
		catch (IOException gone) {
			throw new Problem(Problem.Category.NOT_FOUND, file + " cannot be read: " + gone.getMessage() + ".", gone);
		}
	}

	String marker() {
		return this.size + " bytes of " + this.modified;
	}

	/** "12.4 MiB". */
	static String words(long bytes) {
		return (bytes < 1024 * 1024) ? bytes + " bytes"
				: String.format(java.util.Locale.ROOT, "%.1f MiB", bytes / 1024.0 / 1024.0);
	}

}
