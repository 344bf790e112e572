package io.watchfloor.db.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once into the data folder: in a shared temporary folder
 * another user could have put programs of their own before us.
 */
final class ServerBinaries {

	/** The major version in the jar; a data directory belongs to one. */
	static final String MAJOR = "15";

	private ServerBinaries() {
	}

	/** Returns the folder that holds {@code bin}, unpacking it where it is missing. */
	static Path unpack(Path folder) throws IOException {
		Path home = folder.resolve("server-" + MAJOR);
		if (!Files.isDirectory(home)) {
			Path half = folder.resolve("server-" + MAJOR + ".unpacking");
			Folders.delete(half);
			unpackInto(half);
			Files.move(half, home, StandardCopyOption.ATOMIC_MOVE);
		}
		return home;
	}

	private static void unpackInto(Path half) throws IOException {
		try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(System.getProperty("os.name"),
				System.getProperty("os.arch"));
				TarArchiveInputStream entries = new TarArchiveInputStream(new XZInputStream(packed))) {
			for (TarArchiveEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
				write(entry, entries, half);
			}
		}
	}

	private static void write(TarArchiveEntry entry, InputStream content, Path half) throws IOException {
		Path file = half.resolve(entry.getName()).normalize();
		if (!file.startsWith(half)) {
			throw new IOException("the archive names a file outside of it: " + entry.getName());
		}
		if (entry.isDirectory()) {
			Files.createDirectories(file);
			return;
		}
		Files.createDirectories(file.resolve(".."));
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(content, file);
		if ((entry.getMode() & 0100) != 0) {
			Set<PosixFilePermission> permissions = new HashSet<>(Files.getPosixFilePermissions(file));
			permissions.addAll(PosixFilePermissions.fromString("--x--x--x"));
			Files.setPosixFilePermissions(file, permissions);
		}
	}

}
