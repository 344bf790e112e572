package io.watchfloor.audit.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import io.watchfloor.audit.offline.DatabaseLog;
import io.watchfloor.audit.offline.LogVerification;
import io.watchfloor.audit.offline.SignedCheckpoints;
import io.watchfloor.audit.offline.VerifyExport;
import io.watchfloor.db.DataFolder;
import io.watchfloor.db.DatabaseAddress;
import io.watchfloor.db.embedded.EmbeddedServer;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./watchfloor audit verify}. With a file it verifies that export, see
 * {@link VerifyExport}. Without, it verifies the log itself with the same code: of
 * {@code WATCHFLOOR_DATABASE_URL}, or of the embedded PostgreSQL in
 * {@code WATCHFLOOR_DATA}, which it starts for that time when the console does not run.
 */
public final class VerifyLog {

	private final Map<String, String> environment;

	private final Path data;

	private final PrintStream out;

	private VerifyLog(Map<String, String> environment, PrintStream out) {
		this.environment = environment;
		this.data = Path.of(environment.getOrDefault("WATCHFLOOR_DATA", "data"));
		this.out = out;
	}

	/** Verifies and ends the process: 0 intact, 1 broken, 2 could not be tried. */
	public static void main(String[] arguments) {
		System.exit(run(arguments, System.getenv(), System.out));
	}

	/** Verifies and returns the exit status. */
	static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
		if (arguments.length > 0) {
			return VerifyExport.run(arguments, out);
		}
		try {
			return new VerifyLog(environment, out).verify();
		}
		catch (Problem | SQLException | IOException failure) {
			out.println("Not verified: " + failure.getMessage());
			return 2;
		}
	}

	private int verify() throws SQLException, IOException {
		String url = this.environment.getOrDefault("WATCHFLOOR_DATABASE_URL", "");
		if (!url.isBlank()) {
			return verify(DatabaseAddress.parse(url));
		}
		Optional<DatabaseAddress> running = EmbeddedServer.running(this.data);
		return running.isPresent() ? verify(running.get()) : verifyStopped();
	}

	private int verifyStopped() throws SQLException, IOException {
		if (!Files.isDirectory(this.data.resolve("postgres"))) {
			this.out.println("Not verified: there is no log in " + this.data.toAbsolutePath()
					+ ". Name its data folder with WATCHFLOOR_DATA, or its database with WATCHFLOOR_DATABASE_URL.");
			return 2;
		}
		try (DataFolder folder = DataFolder.open(this.data); EmbeddedServer server = EmbeddedServer.start(folder)) {
			return verify(server.address());
		}
	}

	private int verify(DatabaseAddress address) throws SQLException {
		this.out.println("Verifying the log in " + address.shown());
		Path folder = this.data.resolve("audit");
		boolean signed = Files.exists(folder.resolve(SignedCheckpoints.FILE));
		try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), signIn(address))) {
			return new LogVerification(this.out).run(signed ? folder : null, null, new DatabaseLog(connection));
		}
	}

	private Properties signIn(DatabaseAddress address) {
		Properties properties = new Properties();
		set(properties, "user", this.environment.get("WATCHFLOOR_DATABASE_USER"), address.user());
		set(properties, "password", this.environment.get("WATCHFLOOR_DATABASE_PASSWORD"), address.password());
		return properties;
	}

	private static void set(Properties properties, String name, @Nullable String setting,
			@Nullable String fromAddress) {
		String value = (setting != null) ? setting : fromAddress;
		if (value != null) {
			properties.setProperty(name, value);
		}
	}

}
