package io.watchfloor.action.postgres.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/**
 * Where a new dump goes: inside the folder that the target allows, on this machine.
 *
 * @param file that it will be
 * @param part that it is while it is made
 */
record DumpPlace(Path file, Path part) {

	static DumpPlace of(String name, Target target) {
		String setting = target.setting("dumps");
		try {
			Path folder = Path.of(setting).toRealPath();
			Path file = folder.resolve(name).normalize();
			Path parent = file.getParent();
			if (parent == null || !parent.toRealPath().startsWith(folder)) {
				throw new Problem(Problem.Category.REFUSED_BY_POLICY, name + " is not inside " + setting
						+ ", the folder of dumps of " + target.id() + " on this machine.");
			}
			Path real = parent.toRealPath();
			return new DumpPlace(real.resolve(file.getFileName()),
					real.resolve("." + file.getFileName() + ".watchfloor-part"));
		}
		catch (IOException absent) {
			throw new Problem(Problem.Category.NOT_FOUND, "The folder of " + name + " in " + setting
					+ ", the folder of dumps of " + target.id() + ", is not there on this machine.", absent);
		}
	}

	boolean there() {
		return Files.exists(this.file, java.nio.file.LinkOption.NOFOLLOW_LINKS);
	}

	long free() throws IOException {
		return Files.getFileStore(folder()).getUsableSpace();
	}

	private Path folder() {
		return java.util.Objects.requireNonNull(this.file.getParent());
	}

	/** The newest file of the folder, with its time. */
	Optional<String> newest() throws IOException {
		try (Stream<Path> files = Files.list(folder())) {
			return files.filter(Files::isRegularFile)
				.filter((each) -> !String.valueOf(each.getFileName()).startsWith("."))
				.max(Comparator.comparing(DumpPlace::modified))
				.map((each) -> each.getFileName() + " of " + modified(each));
		}
	}

	private static Instant modified(Path file) {
		try {
			return Files.getLastModifiedTime(file).toInstant();
		}
		catch (IOException gone) {
			return Instant.EPOCH;
		}
	}

	/** Removes what is not whole; what is not there is no trouble. */
	void removePart() {
		try {
			Files.deleteIfExists(this.part);
		}
		catch (IOException left) {
			// the message that follows names it
		}
	}

}
