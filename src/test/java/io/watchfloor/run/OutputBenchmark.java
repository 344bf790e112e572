package io.watchfloor.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import com.zaxxer.hikari.HikariDataSource;
import io.watchfloor.bench.Benchmark;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.secret.RealSecrets;
import io.watchfloor.kernel.Risk;
import io.watchfloor.run.output.OutputStore;
import io.watchfloor.run.output.OutputWriter;
import io.watchfloor.testing.TestStore;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Storing what a step prints, redacted (twenty known secrets) and inert, against what
 * people do by hand: tee into a file, then COPY the file into a table of lines.
 */
final class OutputBenchmark implements Benchmark {

	private static final int LINES = 1_000_000;

	private final List<String> lines = new ArrayList<>();

	private @Nullable World world;

	private int attempt = 1_000;

	@Override
	public String name() {
		return "output";
	}

	@Override
	public String unit() {
		return "lines/s";
	}

	@Override
	public Better better() {
		return Better.HIGHER;
	}

	@Override
	public void prepare() {
		TestStore store = TestStore.create();
		RunHouse house = new RunHouse(store);
		RunId run = house.put("b", Risk.REVERSIBLE).start("sandbox");
		this.world = new World(store, RunHouse.pool(store.jdbcUrl()), house, new StepRef(run, "b"),
				RealSecrets.knowing(secrets()));
		for (int line = 0; line < LINES; line++) {
			this.lines.add("2026-03-01T03:00:00Z restored row %07d of customers in 0.%03d s by worker %d"
				.formatted(line, line % 1000, line % 8));
		}
		store.jooq().execute("CREATE TABLE public.lines (n bigint GENERATED ALWAYS AS IDENTITY, line text)");
	}

	@Override
	public double ours() {
		World here = world();
		this.attempt++;
		long start = System.nanoTime();
		OutputWriter writer = new OutputWriter(here.step(), this.attempt, here.house().bean(OutputStore.class),
				here.secrets().lines(), DisplayText::inert, here.house().clock);
		this.lines.forEach(writer::print);
		writer.close();
		double seconds = (System.nanoTime() - start) / 1e9;
		if (here.house().outputs().extent(here.step(), this.attempt).lines() != LINES) {
			throw new IllegalStateException("lines are missing");
		}
		here.store().jooq().execute("TRUNCATE run.output");
		return LINES / seconds;
	}

	@Override
	public double peer() throws Exception {
		Path file = Files.createTempFile("output", ".txt");
		try {
			long start = System.nanoTime();
			tee(file);
			copy(file);
			double seconds = (System.nanoTime() - start) / 1e9;
			world().store().jooq().execute("TRUNCATE public.lines");
			return LINES / seconds;
		}
		finally {
			Files.delete(file);
		}
	}

	private void tee(Path file) throws IOException, InterruptedException {
		Process tee = new ProcessBuilder("tee", file.toString()).redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		try (var in = tee.outputWriter(StandardCharsets.UTF_8)) {
			for (String line : this.lines) {
				in.write(line);
				in.write('\n');
			}
		}
		if (tee.waitFor() != 0) {
			throw new IOException("tee ended with " + tee.exitValue());
		}
	}

	private void copy(Path file) throws Exception {
		try (Connection connection = world().pool().getConnection();
				BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
			connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY public.lines (line) FROM STDIN", in);
		}
	}

	@Override
	public void tidy() {
		world().house().close();
		world().pool().close();
		world().store().close();
	}

	private World world() {
		return Objects.requireNonNull(this.world, "it was not prepared");
	}

	private static Map<String, String> secrets() {
		Map<String, String> secrets = new TreeMap<>();
		for (int number = 0; number < 20; number++) {
			secrets.put("S" + number, "pa$$w0rd-of-target-" + number * 7919);
		}
		return secrets;
	}

	/** What a round needs. */
	private record World(TestStore store, HikariDataSource pool, RunHouse house, StepRef step, Secrets secrets) {
	}

}
