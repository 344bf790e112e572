package io.watchfloor.sandbox.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * The sandbox's own PostgreSQL server; the console's store is another one. Every sign-in
 * needs a password, the superuser's too, since other people may share the machine.
 */
public final class PostgresServer implements AutoCloseable {

	private static final String HOST_BASED_ACCESS = "host all all 127.0.0.1/32 scram-sha-256\n";

	private final EmbeddedPostgres server;

	private final LocalSecret password;

	private PostgresServer(EmbeddedPostgres server, LocalSecret password) {
		this.server = server;
		this.password = password;
	}

	/**
	 * Starts the server, with the data of the last time if there are any.
	 * @param folder holds the data, the binaries, the password and the log
	 * @throws UncheckedIOException when it does not start; the log in the folder says why
	 */
	public static PostgresServer start(Path folder) {
		Path data = folder.resolve("data");
		try {
			Files.createDirectories(data);
			Orphans.end(data.resolve("postmaster.pid"), data, "postgres");
			return startOnce(folder, data);
		}
		catch (IOException | RuntimeException firstFailure) {
			return startAfresh(folder, data);
		}
	}

	/**
	 * Sample data is worth nothing, so data that the server refuses are thrown away.
	 */
	private static PostgresServer startAfresh(Path folder, Path data) {
		try {
			Orphans.end(data.resolve("postmaster.pid"), data, "postgres");
			FileSystemUtils.deleteRecursively(data);
			Files.createDirectories(data);
			return startOnce(folder, data);
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The sandbox's PostgreSQL did not start. See " + folder.resolve("log"),
					failure);
		}
	}

	private static PostgresServer startOnce(Path folder, Path data) throws IOException {
		LocalSecret password = LocalSecret.in(folder.resolve("superuser.secret"));
		Redirect log = Redirect.appendTo(folder.resolve("log").toFile());
		EmbeddedPostgres server = EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setRegisterShutdownHook(false)
			.setPort(Ports.choose(folder.resolve("port")))
			.setLocaleConfig("pwfile", password.file().toString())
			.setDataDirectoryCustomizer((directory) -> demandPasswords(directory.toPath()))
			.setConnectConfig("password", password.value())
			.setPGStartupWait(Duration.ofSeconds(20))
			.setServerConfig("listen_addresses", "127.0.0.1")
			.setServerConfig("unix_socket_directories", "")
			.setServerConfig("max_connections", "80")
			.setServerConfig("shared_buffers", "32MB")
			.setServerConfig("shared_preload_libraries", "pg_stat_statements")
			.setServerConfig("timezone", "UTC")
			.setOutputRedirector(log)
			.setErrorRedirector(log)
			.start();
		return new PostgresServer(server, password);
	}

	private static void demandPasswords(Path data) {
		try {
			Files.writeString(data.resolve("pg_hba.conf"), HOST_BASED_ACCESS);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** A database's address for JDBC, without user and password. */
	public String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.server.getPort() + "/" + database;
	}

	/** Signs in as the superuser. */
	public Connection connectAsSuperuser(String database) throws SQLException {
		return connect(database, "postgres", this.password.value(), "sandbox");
	}

	/**
	 * Signs in.
	 * @param applicationName the name that the server's activity shows
	 */
	public Connection connect(String database, String user, String userPassword, String applicationName)
			throws SQLException {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(url(database));
		source.setUser(user);
		source.setPassword(userPassword);
		source.setApplicationName(applicationName);
		source.setConnectTimeout(3);
		return source.getConnection();
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
