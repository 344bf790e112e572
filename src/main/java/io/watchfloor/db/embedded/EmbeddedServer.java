package io.watchfloor.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.watchfloor.db.DataFolder;
import io.watchfloor.db.DatabaseAddress;
import io.watchfloor.db.StoreFailure;
import io.watchfloor.db.embedded.ServerPrograms.Result;
import io.watchfloor.kernel.Problem.Category;

/**
 * PostgreSQL in the data folder, with every promise of durability kept. It listens on
 * loopback only and asks for the random password of the {@code password} file, because
 * loopback is shared with every other user of the machine.
 *
 * @see <a href="../../../../../../../docs/decisions/0001-embedded-store.md">decision
 * 1</a>
 */
public final class EmbeddedServer implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

	private final Path folder;

	private final Cluster cluster;

	private final ServerPrograms programs;

	private EmbeddedServer(Path folder, Cluster cluster, ServerPrograms programs) {
		this.folder = folder;
		this.cluster = cluster;
		this.programs = programs;
	}

	/**
	 * Starts it, creating it on the first start. A server that outlived a killed console
	 * is stopped first: whoever holds the data folder owns it.
	 * @throws StoreFailure when it does not start
	 */
	public static EmbeddedServer start(DataFolder data) {
		Path folder = data.path().resolve("postgres");
		try {
			Files.createDirectories(folder);
			ServerPrograms programs = new ServerPrograms(ServerBinaries.unpack(folder));
			EmbeddedServer server = new EmbeddedServer(folder, Cluster.open(folder, programs), programs);
			server.stopOrphan();
			server.cluster.configure();
			server.launch();
			return server;
		}
		catch (IOException failure) {
			throw notStarted(folder, failure.toString(), failure);
		}
	}

	/**
	 * Where the server of a data folder listens while it runs, for a look at it from
	 * another process.
	 */
	public static Optional<DatabaseAddress> running(Path data) throws IOException {
		return Cluster.running(data.resolve("postgres"));
	}

	private void stopOrphan() throws IOException {
		Postmaster left = new Postmaster(this.cluster.directory());
		if (left.running()) {
			LOG.info("Stopping the embedded PostgreSQL that a killed Watchfloor left behind");
			stop();
		}
		else {
			left.forget();
		}
	}

	private void launch() throws IOException {
		Result result = control("start", "--log=" + this.folder.resolve("server.log"), "--timeout=120");
		if (!result.succeeded()) {
			throw notStarted(this.folder, result.output().lines().reduce((first, last) -> last).orElse(""), null);
		}
	}

	/** Starts it again when it has died; does nothing while it runs. */
	public synchronized void revive() throws IOException {
		Postmaster postmaster = new Postmaster(this.cluster.directory());
		if (!postmaster.running()) {
			LOG.warn("The embedded PostgreSQL has died and is started again, see {}",
					this.folder.resolve("server.log"));
			postmaster.forget();
			launch();
		}
	}

	/** Where it listens, and the owner's name and password. */
	public DatabaseAddress address() {
		return this.cluster.address();
	}

	/** Stops it, without waiting for connections that are still open. */
	@Override
	public synchronized void close() throws IOException {
		stop();
	}

	private void stop() throws IOException {
		if (!control("stop", "--mode=fast", "--timeout=30").succeeded()) {
			// What was committed is in the write-ahead log; the next start reads it
			control("stop", "--mode=immediate", "--timeout=30");
		}
	}

	private Result control(String verb, String... options) throws IOException {
		String[] arguments = new String[options.length + 3];
		arguments[0] = verb;
		arguments[1] = "--wait";
		arguments[2] = "--pgdata=" + this.cluster.directory();
		System.arraycopy(options, 0, arguments, 3, options.length);
		return this.programs.run("pg_ctl", arguments);
	}

	private static StoreFailure notStarted(Path folder, String why, @Nullable Throwable cause) {
		return new StoreFailure(Category.UNREACHABLE,
				"The embedded PostgreSQL in %s does not start: %s".formatted(folder, why),
				"Its log is %s. Or use a PostgreSQL of your own with WATCHFLOOR_DATABASE_URL."
					.formatted(folder.resolve("server.log")),
				cause);
	}

}
