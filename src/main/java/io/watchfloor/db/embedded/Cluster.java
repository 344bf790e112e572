package io.watchfloor.db.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

import io.watchfloor.db.DatabaseAddress;
import io.watchfloor.db.StoreFailure;
import io.watchfloor.db.embedded.ServerPrograms.Result;
import io.watchfloor.kernel.Problem.Category;

/** The server's data directory: created once, configured anew at every start. */
final class Cluster {

	private static final String OWNER = "watchfloor";

	private final Path directory;

	private final String password;

	private final int port;

	private Cluster(Path directory, String password, int port) {
		this.directory = directory;
		this.password = password;
		this.port = port;
	}

	static Cluster open(Path folder, ServerPrograms programs) throws IOException {
		Path directory = folder.resolve("cluster");
		if (!Files.isDirectory(directory)) {
			create(folder, directory, programs);
		}
		String version = Files.readString(directory.resolve("PG_VERSION")).strip();
		if (!version.equals(ServerBinaries.MAJOR)) {
			throw new StoreFailure(Category.TARGET_SAID_NO,
					"The data in %s are PostgreSQL %s's; this Watchfloor comes with %s.".formatted(directory, version,
							ServerBinaries.MAJOR),
					"Start them once more with the Watchfloor they are from, pg_dump them, and load them into this one.",
					null);
		}
		return new Cluster(directory, Files.readString(passwordFile(folder)).strip(), freePort());
	}

	/** Where the server of this folder listens, while it runs. */
	static Optional<DatabaseAddress> running(Path folder) throws IOException {
		Path directory = folder.resolve("cluster");
		if (!new Postmaster(directory).running()) {
			return Optional.empty();
		}
		// PostgreSQL's own file: process, data directory, start, port
		String port = Files.readAllLines(directory.resolve("postmaster.pid")).get(3).strip();
		return Optional.of(address(Integer.parseInt(port), Files.readString(passwordFile(folder)).strip()));
	}

	/** Under another name first: a half-made directory is never taken for a whole one. */
	private static void create(Path folder, Path directory, ServerPrograms programs) throws IOException {
		Path half = folder.resolve("cluster.creating");
		Folders.delete(half);
		writePassword(passwordFile(folder));
		Result result = programs.run("initdb", "--pgdata=" + half, "--username=" + OWNER, "--auth=scram-sha-256",
				"--pwfile=" + passwordFile(folder), "--encoding=UTF8", "--locale=C", "--data-checksums");
		if (!result.succeeded()) {
			throw new IOException("initdb: " + result.output());
		}
		Files.writeString(half.resolve("postgresql.conf"), "\ninclude 'watchfloor.conf'\n", StandardOpenOption.APPEND);
		Files.move(half, directory, StandardCopyOption.ATOMIC_MOVE);
	}

	private static Path passwordFile(Path folder) {
		return folder.resolve("password");
	}

	private static void writePassword(Path file) throws IOException {
		byte[] random = new byte[24];
		new SecureRandom().nextBytes(random);
		Files.deleteIfExists(file);
		Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** Writes the settings; they stand after PostgreSQL's own, so they win. */
	void configure() throws IOException {
		Files.writeString(this.directory.resolve("watchfloor.conf"), """
				# Written by Watchfloor at every start; changes here are lost.
				listen_addresses = '127.0.0.1'
				port = %d
				unix_socket_directories = ''
				fsync = on
				full_page_writes = on
				synchronous_commit = on
				max_connections = 60
				shared_buffers = '128MB'
				log_min_messages = warning
				""".formatted(this.port));
	}

	Path directory() {
		return this.directory;
	}

	DatabaseAddress address() {
		return address(this.port, this.password);
	}

	private static DatabaseAddress address(int port, String password) {
		return new DatabaseAddress("jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), OWNER, password);
	}

}
