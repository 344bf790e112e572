package io.watchfloor.sandbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A random password in a file that only we can read. */
public final class LocalSecret {

	private final Path file;

	private LocalSecret(Path file) {
		this.file = file;
	}

	/** Opens the secret, making it the first time. */
	public static LocalSecret in(Path file) {
		try {
			if (!Files.exists(file)) {
				create(file);
			}
			return new LocalSecret(file.toAbsolutePath().normalize());
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox cannot write " + file, failure);
		}
	}

	private static void create(Path file) throws IOException {
		byte[] random = new byte[18];
		new SecureRandom().nextBytes(random);
		Files.createDirectories(file.toAbsolutePath().getParent());
		// Created closed: there is no moment at which others could open it.
		Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(file, HexFormat.of().formatHex(random));
	}

	/** Where it is. */
	public Path file() {
		return this.file;
	}

	/** The password. */
	public String value() {
		try {
			return Files.readString(this.file).strip();
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox cannot read " + this.file, failure);
		}
	}

}
