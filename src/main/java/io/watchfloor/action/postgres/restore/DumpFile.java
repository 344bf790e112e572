package io.watchfloor.action.postgres.restore;

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
record DumpFile(Path path, long size, Instant modified) {

	/**
	 * Finds it.
	 * @throws Problem when it is not there, not readable, or leads out of the folder
	 */
	static DumpFile of(String name, Target target) {
		String setting = target.setting("dumps");
		try {
			Path folder = Path.of(setting).toRealPath();
			Path file = folder.resolve(name).toRealPath();
			if (!file.startsWith(folder) || !Files.isRegularFile(file) || !Files.isReadable(file)) {
				throw new Problem(Problem.Category.REFUSED_BY_POLICY, name + " is no readable file inside " + setting
						+ ", the folder of dumps of " + target.id() + ".");
			}
			return new DumpFile(file, Files.size(file), Files.getLastModifiedTime(file).toInstant());
		}
		catch (IOException absent) {
			throw new Problem(Problem.Category.NOT_FOUND, "There is no dump " + name + " in " + setting
					+ ", the folder of dumps of " + target.id() + " on this machine.", absent);
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
