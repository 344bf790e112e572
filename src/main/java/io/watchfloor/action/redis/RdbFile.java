package io.watchfloor.action.redis;

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
record RdbFile(Path path, long size, Instant modified) {

	static RdbFile of(String name, Target target) {
		Path file = AllowedFolder.of(target, "dumps").readable(name);
		try {
			return new RdbFile(file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
		}
		catch (IOException gone) {
			throw new Problem(Problem.Category.NOT_FOUND, file + " cannot be read: " + gone.getMessage() + ".", gone);
		}
	}

	String marker() {
		return this.size + " bytes of " + this.modified;
	}

}
