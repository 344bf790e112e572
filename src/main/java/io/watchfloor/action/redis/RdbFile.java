package io.watchfloor.action.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * A dump on this machine, inside the folder that the target allows.
 *
 * @param path where it really is, links followed
 */
record RdbFile(Path path, long size, Instant modified) {

	static RdbFile of(String name, Target target) {
		String setting = target.setting("dumps");
		try {
			Path folder = Path.of(setting).toRealPath();
			Path file = folder.resolve(name).toRealPath();
			if (!file.startsWith(folder) || !Files.isRegularFile(file) || !Files.isReadable(file)) {
				throw new Problem(Problem.Category.REFUSED_BY_POLICY, name + " is no readable file inside " + setting
						+ ", the folder of dumps of " + target.id() + ".");
			}
			return new RdbFile(file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
		}
		catch (IOException absent) {
			throw new Problem(Problem.Category.NOT_FOUND, "There is no dump " + name + " in " + setting
					+ ", the folder of dumps of " + target.id() + " on this machine.", absent);
		}
	}

	String marker() {
		return this.size + " bytes of " + this.modified;
	}

}
