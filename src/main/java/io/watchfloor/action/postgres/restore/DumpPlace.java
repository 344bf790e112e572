package io.watchfloor.action.postgres.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import io.watchfloor.action.AllowedFolder;
import io.watchfloor.catalog.Target;

/**
 * Where a new dump goes: inside the folder that the target allows, on this machine.
 *
 * @param file that it will be
 * @param part that it is while it is made
 */
record DumpPlace(Path file, Path part) {

	static DumpPlace of(String name, Target target) {
		Path file = AllowedFolder.of(target, "dumps").place(name);
		return new DumpPlace(file, file.resolveSibling("." + file.getFileName() + ".watchfloor-part"));
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
