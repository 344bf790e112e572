package io.watchfloor.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.watchfloor.bench.Benchmark;
import org.springframework.util.FileSystemUtils;

/**
 * Eight writers, each waiting for its record to be durable before the next. Ours: the
 * log, chained, indexed for search, its triggers on. The peer's: a single-row INSERT and
 * COMMIT on eight connections into a table with a primary key and nothing else. Same
 * server, fsync and synchronous_commit on for both.
 */
class AuditBenchmark implements Benchmark {

	private static final int WRITERS = 8;

	private static final int RECORDS = 500;

	private final AuditDatabase database = new AuditDatabase();

	private final List<Connection> connections = new ArrayList<>();

	private Path folder;

	private AuditFixture audit;

	@Override
	public String name() {
		return "audit";
	}

	@Override
	public String unit() {
		return "records/s";
	}

	@Override
	public Better better() {
		return Better.HIGHER;
	}

	@Override
	public void prepare() throws Exception {
		this.folder = Files.createTempDirectory("watchfloor-bench");
		this.audit = new AuditFixture(this.database.source(), this.folder);
		this.database.execute("create table plain (like audit.record, primary key (sequence))");
		this.database.execute("alter table plain alter sequence add generated always as identity");
		for (int writer = 0; writer < WRITERS; writer++) {
			Connection connection = this.database.source().getConnection();
			connection.setAutoCommit(false);
			this.connections.add(connection);
		}
	}

	@Override
	public double ours() throws Exception {
		return measure((writer) -> {
			for (int number = 0; number < RECORDS; number++) {
				this.audit.log.append(AuditFixture.entry("step.intended"));
			}
		});
	}

	@Override
	public double peer() throws Exception {
		return measure((writer) -> {
			Connection connection = this.connections.get(writer);
			try (PreparedStatement insert = connection.prepareStatement("""
					insert into plain (recorded_at, actor_id, actor_name, action, target, plan_fingerprint,
					                   reason, result, details, previous_hash, hash)
					values (now(), ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""")) {
				for (int number = 0; number < RECORDS; number++) {
					insert(insert, AuditFixture.entry("step.intended"));
					connection.commit();
				}
			}
		});
	}

	@Override
	public void tidy() throws Exception {
		for (Connection connection : this.connections) {
			connection.close();
		}
		this.audit.close();
		this.database.close();
		FileSystemUtils.deleteRecursively(this.folder);
	}

	private static void insert(PreparedStatement insert, AuditEntry entry) throws Exception {
		insert.setString(1, entry.actor().id());
		insert.setString(2, entry.actor().name());
		insert.setString(3, entry.action());
		insert.setString(4, entry.target());
		insert.setString(5, entry.planFingerprint());
		insert.setString(6, entry.reason());
		insert.setString(7, entry.result());
		insert.setString(8, "{\"run\":\"42\",\"step\":\"3\"}");
		insert.setBytes(9, new byte[32]);
		insert.setBytes(10, new byte[32]);
		insert.executeUpdate();
	}

	private static double measure(Writer writer) throws Exception {
		List<Callable<Void>> writers = new ArrayList<>();
		for (int number = 0; number < WRITERS; number++) {
			int own = number;
			writers.add(() -> {
				writer.write(own);
				return null;
			});
		}
		try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
			long start = System.nanoTime();
			for (Future<Void> done : threads.invokeAll(writers)) {
				done.get();
			}
			return WRITERS * RECORDS / ((System.nanoTime() - start) / 1e9);
		}
	}

	private interface Writer {

		void write(int number) throws Exception;

	}

}
