package io.watchfloor.catalog.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Folders that nothing may lead out of: a symbolic link in a team's folder must neither
 * show the host's files nor send the watch through them.
 *
 * @param roots the folders with every link resolved
 */
record Enclosure(List<Path> roots) {

	static Enclosure of(@Nullable Path... folders) {
		return new Enclosure(Stream.of(folders).filter(Objects::nonNull).map(Enclosure::real).toList());
	}

	/** Whether a path, every link followed, ends inside. */
	boolean holds(Path path) {
		try {
			Path real = path.toRealPath();
			return this.roots.stream().anyMatch(real::startsWith);
		}
		catch (IOException leadsNowhere) {
			return false;
		}
	}

	private static Path real(Path folder) {
		try {
			return folder.toRealPath();
		}
		catch (IOException missing) {
			return folder.toAbsolutePath().normalize();
		}
	}

}
