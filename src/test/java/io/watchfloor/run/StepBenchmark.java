package io.watchfloor.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import com.zaxxer.hikari.HikariDataSource;
import io.watchfloor.audit.AuditFixture;
import io.watchfloor.bench.Benchmark;
import io.watchfloor.kernel.Risk;
import io.watchfloor.testing.TestStore;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.util.FileSystemUtils;

/**
 * What a durable step costs, from its confirmation to its verified end: claim, intent in
 * the audit log, second look, fence, outcome, verification, all of it flushed to the
 * disk. The peer is a task of {@code ansible-playbook} that does as little, on this
 * machine, and that nothing records.
 */
final class StepBenchmark implements Benchmark {

	private static final int STEPS = 50;

	private static final int TASKS = 20;

	private static final int WARM_UP = 200;

	private TestStore store;

	private HikariDataSource pool;

	private AuditFixture audit;

	private RunHouse house;

	private Path folder;

	private boolean ansible;

	@Override
	public String name() {
		return "step";
	}

	@Override
	public String unit() {
		return "ms";
	}

	@Override
	public Better better() {
		return Better.LOWER;
	}

	@Override
	public void prepare() throws Exception {
		this.folder = Files.createTempDirectory("watchfloor-step");
		this.store = TestStore.create();
		this.pool = RunHouse.pool(this.store.jdbcUrl());
		this.audit = new AuditFixture(this.pool, this.folder.resolve("data"));
		this.house = new RunHouse(DSL.using(this.pool, SQLDialect.POSTGRES), Clock.systemUTC(), this.audit.log(),
				RunTimes.standard());
		this.ansible = System.getenv("PATH")
			.lines()
			.flatMap((path) -> List.of(path.split(":", -1)).stream())
			.anyMatch((place) -> Files.isExecutable(Path.of(place, "ansible-playbook")));
		Files.writeString(playbook(1), tasks(1));
		Files.writeString(playbook(1 + TASKS), tasks(1 + TASKS));
		steps(WARM_UP);
	}

	private Path playbook(int tasks) {
		return this.folder.resolve("tasks-" + tasks + ".yml");
	}

	private static String tasks(int count) {
		return "- hosts: localhost\n  connection: local\n  gather_facts: false\n  tasks:\n"
				+ "    - ansible.builtin.command: /bin/true\n".repeat(count);
	}

	@Override
	public double ours() {
		return steps(STEPS);
	}

	private double steps(int count) {
		List<StepRun> planned = new ArrayList<>();
		for (int number = 0; number < count; number++) {
			// A key of its own: what another step put would make the plan stale
			String key = "b" + UUID.randomUUID();
			planned.add(this.house.awaitPlan(this.house.put(key, Risk.REVERSIBLE).start("sandbox"), key));
		}
		long start = System.nanoTime();
		for (StepRun step : planned) {
			this.house.confirmations().confirm(step.ref(), step.requiredPlan().fingerprint(), "", "");
			while (this.house.step(step.ref().run(), step.key()).state() != StepState.DONE) {
				LockSupport.parkNanos(200_000);
			}
		}
		return (System.nanoTime() - start) / 1e6 / count;
	}

	/** Without what a playbook takes to begin and to end. */
	@Override
	public double peer() throws Exception {
		return this.ansible ? (played(1 + TASKS) - played(1)) / TASKS : Double.NaN;
	}

	private double played(int tasks) throws Exception {
		long start = System.nanoTime();
		Process ansible = new ProcessBuilder("ansible-playbook", "-i", "localhost,", playbook(tasks).toString())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("ansible.log").toFile())
			.start();
		if (ansible.waitFor() != 0) {
			throw new IllegalStateException(Files.readString(this.folder.resolve("ansible.log")));
		}
		return (System.nanoTime() - start) / 1e6;
	}

	@Override
	public Map<String, Object> notes() {
		return Map.of("peerIs", this.ansible ? "ansible-playbook, ansible.builtin.command: /bin/true"
				: "absent: install ansible-core to compare");
	}

	@Override
	public void tidy() throws Exception {
		this.house.close();
		this.audit.close();
		this.pool.close();
		this.store.close();
		FileSystemUtils.deleteRecursively(this.folder);
	}

}
