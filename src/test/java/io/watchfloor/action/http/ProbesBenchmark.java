package io.watchfloor.action.http;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpServer;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Targets;
import io.watchfloor.bench.Benchmark;
import io.watchfloor.catalog.Target;
import io.watchfloor.testing.RealServers;
import io.watchfloor.testing.TestStore;
import org.postgresql.PGConnection;

/**
 * Probes of one HTTP target, by as many at a time. Ours go through the door that every
 * action goes through, and count only once their results are rows that survive a loss of
 * power; those of Debian's blackbox exporter, which keeps nothing, are counted by wrk.
 */
class ProbesBenchmark implements Benchmark {

	private static final int AT_A_TIME = 16;

	private static final int SECONDS = 5;

	/** How many results share a commit at most. */
	private static final int BATCH = 2_000;

	private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

	private final StatusCode action = new StatusCode("/health", 200);

	private HttpServer server;

	private HttpServers servers;

	private Actions actions;

	private TestStore store;

	private Process exporter;

	private int port;

	private Path folder;

	@Override
	public String name() {
		return "probes";
	}

	@Override
	public String unit() {
		return "probes/s";
	}

	@Override
	public Better better() {
		return Better.HIGHER;
	}

	@Override
	public void prepare() throws Exception {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
		byte[] healthy = "{\"status\":\"healthy\"}".getBytes(StandardCharsets.UTF_8);
		this.server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/health", (exchange) -> {
			// The exporter connects anew for every probe; so do ours, then
			exchange.getResponseHeaders().set("Connection", "close");
			exchange.sendResponseHeaders(200, healthy.length);
			exchange.getResponseBody().write(healthy);
			exchange.close();
		});
		this.server.start();
		this.servers = new HttpServers(new NoSecrets());
		this.actions = Connectors.of(List.of(new StatusCodeHandler(this.servers, Clock.systemUTC())));
		this.store = TestStore.create();
		execute("""
				create table result (at timestamptz not null, target text not null, action text not null,
				  known boolean not null, judgement text not null, value double precision, unit text,
				  summary text not null, source text not null) partition by range (at)""");
		execute("create table result_all partition of result default");
		execute("create index on result (target, at)");
		startExporter();
	}

	private void startExporter() throws IOException {
		this.folder = Files.createTempDirectory("watchfloor-probes");
		Path modules = Files.writeString(this.folder.resolve("blackbox.yml"),
				"modules:\n  http_2xx:\n    prober: http\n    http:\n      preferred_ip_protocol: ip4\n");
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = free.getLocalPort();
		}
		this.exporter = new ProcessBuilder(
				RealServers.optional("prometheus-blackbox-exporter", "prometheus-blackbox-exporter").toString(),
				"--config.file=" + modules, "--web.listen-address=127.0.0.1:" + this.port, "--log.level=error")
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("log").toFile())
			.start();
		demandSuccess();
	}

	private String address() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	private String probe() {
		return "http://127.0.0.1:" + this.port + "/probe?module=http_2xx&target=" + address() + "/health";
	}

	/** It says that the target is well, as ours do. */
	private void demandSuccess() {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(probe())).build();
			long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
			String last = "nothing";
			while (System.nanoTime() < end) {
				try {
					last = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
					if (last.contains("\nprobe_success 1")) {
						return;
					}
				}
				catch (IOException starting) {
					LockSupport.parkNanos(50_000_000);
				}
			}
			throw new IllegalStateException("the exporter says " + last);
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

	@Override
	public double ours() throws Exception {
		execute("truncate result");
		BlockingQueue<Reading> results = new ArrayBlockingQueue<>(10 * BATCH);
		AtomicLong made = new AtomicLong();
		Target target = Targets.target("application", "http", Map.of("url", address()));
		long start = System.nanoTime();
		long end = start + TimeUnit.SECONDS.toNanos(SECONDS);
		List<Thread> probing = new ArrayList<>();
		for (int i = 0; i < AT_A_TIME; i++) {
			probing.add(Thread.startVirtualThread(() -> {
				while (System.nanoTime() < end) {
					put(results, this.actions.read(this.action, target, RunContext.none()));
					made.incrementAndGet();
				}
			}));
		}
		long stored = store(results, target, probing);
		double seconds = (System.nanoTime() - start) / 1e9;
		if (stored != made.get() || stored != count("true") || count("known and judgement = 'AS_EXPECTED'") != stored) {
			throw new IllegalStateException(made + " probes, " + stored + " stored, " + count("true") + " found, "
					+ count("known and judgement = 'AS_EXPECTED'") + " of them well");
		}
		return stored / seconds;
	}

	private static void put(BlockingQueue<Reading> results, Reading reading) {
		try {
			results.put(reading);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Writes until all who probe have ended and nothing is left; each batch is a commit.
	 */
	private long store(BlockingQueue<Reading> results, Target target, List<Thread> probing) throws Exception {
		long stored = 0;
		try (Connection connection = this.store.dataSource().getConnection()) {
			connection.setAutoCommit(false);
			List<Reading> batch = new ArrayList<>();
			while (true) {
				boolean last = probing.stream().noneMatch(Thread::isAlive);
				Reading first = results.poll(20, TimeUnit.MILLISECONDS);
				if (first == null && last) {
					return stored;
				}
				if (first != null) {
					batch.add(first);
					results.drainTo(batch, BATCH - 1);
					stored += copy(connection, batch, target);
					connection.commit();
					batch.clear();
				}
			}
		}
	}

	private long copy(Connection connection, List<Reading> batch, Target target) throws SQLException, IOException {
		StringBuilder rows = new StringBuilder();
		for (Reading reading : batch) {
			rows.append(reading.at())
				.append('\t')
				.append(target.id())
				.append("\thttp.status\t")
				.append(reading.known())
				.append('\t')
				.append(reading.judgement())
				.append('\t')
				.append((reading.value() != null) ? reading.value().toString() : "\\N")
				.append('\t')
				.append(reading.unit())
				.append('\t')
				.append(escaped(reading.summary()))
				.append('\t')
				.append(escaped(reading.source()))
				.append('\n');
		}
		return connection.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("copy result from stdin", new StringReader(rows.toString()));
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
	}

	private long count(String condition) throws SQLException {
		try (Connection connection = this.store.dataSource().getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select count(*) from result where " + condition)) {
			row.next();
			return row.getLong(1);
		}
	}

	private void execute(String sql) throws SQLException {
		try (Connection connection = this.store.dataSource().getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	@Override
	public double peer() throws Exception {
		demandSuccess();
		Process wrk = new ProcessBuilder(RealServers.optional("wrk", "wrk").toString(), "-t1", "-c" + AT_A_TIME,
				"-d" + SECONDS + "s", probe())
			.redirectErrorStream(true)
			.start();
		String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		Matcher rate = RATE.matcher(said);
		if (wrk.waitFor() != 0 || !rate.find() || said.contains("Non-2xx") || said.contains("Socket errors")) {
			throw new IllegalStateException(said);
		}
		return Double.parseDouble(rate.group(1));
	}

	@Override
	public void tidy() throws Exception {
		this.exporter.destroy();
		this.exporter.waitFor();
		this.server.stop(0);
		this.servers.destroy();
		this.store.close();
		for (String file : List.of("blackbox.yml", "log")) {
			Files.deleteIfExists(this.folder.resolve(file));
		}
		Files.deleteIfExists(this.folder);
	}

}
