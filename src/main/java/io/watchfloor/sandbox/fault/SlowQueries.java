package io.watchfloor.sandbox.fault;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.watchfloor.kernel.Problem;
import io.watchfloor.sandbox.app.RunningSystem;

/**
 * Queries that run and run. Each has its own connection; who terminates it, or cancels
 * the query, has cured it.
 */
final class SlowQueries implements Fault {

	private static final String LONG = "select count(*), pg_sleep(900) from pg_class";

	private static final String REPEATED = """
			select count(*), pg_sleep(2) from customers a join customers b on a.id % 97 = b.id % 97""";

	private final RunningSystem system;

	private final List<Held> running = new CopyOnWriteArrayList<>();

	SlowQueries(RunningSystem system) {
		this.system = system;
	}

	@Override
	public FaultKind kind() {
		return FaultKind.SLOW_QUERIES;
	}

	@Override
	public synchronized void inject() {
		if (active()) {
			return;
		}
		start("nightly-export", LONG, false);
		start("weekly-report", REPEATED, true);
	}

	private void start(String name, String sql, boolean repeat) {
		try {
			Held held = Held.of(this.system.database().connectBeside(name));
			this.running.add(held);
			Thread.ofVirtual().name("sandbox-" + name).start(() -> run(held, sql, repeat));
		}
		catch (SQLException failure) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "The sandbox's database gave no connection: "
					+ failure.getMessage() + ". Clear the other faults of this system first.", failure);
		}
	}

	private void run(Held held, String sql, boolean repeat) {
		try {
			do {
				held.run(sql);
			}
			while (repeat && this.running.contains(held));
		}
		catch (SQLException ended) {
			// Cancelled, terminated or cleared: all three end it.
		}
		finally {
			this.running.remove(held);
			held.close();
		}
	}

	@Override
	public synchronized void clear() {
		List<Integer> pids = this.running.stream().map(Held::pid).toList();
		this.running.clear();
		this.system.backends().terminate(pids);
	}

	@Override
	public boolean active() {
		return !this.running.isEmpty();
	}

}
