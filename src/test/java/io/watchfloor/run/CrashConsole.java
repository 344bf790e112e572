package io.watchfloor.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditFixture;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import com.zaxxer.hikari.HikariDataSource;
import org.awaitility.Awaitility;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A console in a process of its own with the real store and the real audit log. It says
 * that it is ready, is told where to die, and walks through one run after the other until
 * it does.
 */
final class CrashConsole implements AutoCloseable {

	/** Short, so that many deaths fit into a minute; the logic is the same. */
	static final RunTimes TIMES = new RunTimes(Duration.ofMillis(50), Duration.ofMillis(400), Duration.ofMillis(800));

	static final String READY = "ready";

	static final int KILLED = 137;

	/** Instead of a detail: it does not die there, it says that it is there. */
	static final int PAUSE = -1;

	static final String HERE = "here";

	/** Long enough for whoever heard it to stop this process. */
	private static final Duration PAUSED_FROM_OUTSIDE = Duration.ofMillis(300);

	private final HikariDataSource pool;

	private final AuditFixture audit;

	final RunHouse house;

	private volatile Failpoint point = Failpoint.NEVER;

	private final AtomicInteger write = new AtomicInteger();

	private volatile boolean pauses;

	CrashConsole(String jdbcUrl, Path data, int targetPort, String who) {
		this.pool = RunHouse.pool(jdbcUrl);
		this.audit = new AuditFixture(
				Interception.of(this.pool, (write) -> during(Failpoint.DURING_AUDIT_APPEND, write)), data);
		this.house = new RunHouse(DSL
			.using(Interception.of(this.pool, (write) -> during(Failpoint.DURING_COMMIT, write)), SQLDialect.POSTGRES),
				Clock.systemUTC(), new Log(this.audit.log()), TIMES);
		new TargetLine(targetPort, who).lay(this.house, () -> dieAt(Failpoint.AFTER_SEND));
		this.house.shelf.beforeAnnouncing = (_, _) -> dieAt(Failpoint.BEFORE_CALL);
		this.house.shelf.beforeSending = (_, _) -> dieAt(Failpoint.AFTER_ANNOUNCEMENT);
	}

	/**
	 * Lives and dies.
	 * @param arguments the database, the data folder, the target's port, and whether to
	 * end well after one step
	 */
	public static void main(String[] arguments) throws IOException {
		try (CrashConsole console = new CrashConsole(arguments[0], Path.of(arguments[1]),
				Integer.parseInt(arguments[2]), "node-" + ProcessHandle.current().pid())) {
			console.walk();
			if (arguments.length > 3) {
				return;
			}
			System.out.println(READY);
			BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
			String[] order = String.valueOf(orders.readLine()).split(" ", -1);
			for (int before = Integer.parseInt(order[1]); before > 0; before--) {
				console.walk();
			}
			console.arm(Failpoint.valueOf(order[0]), Integer.parseInt(order[2]));
			console.walk();
			Runtime.getRuntime().halt(KILLED);
		}
	}

	private void arm(Failpoint where, int detail) {
		this.write.set(detail);
		this.pauses = detail == PAUSE;
		this.point = where;
		if (where == Failpoint.ANYWHERE) {
			die(detail * 1000L);
		}
	}

	/** One run of one step, from its start to its end. */
	RunId walk() {
		String key = "k" + UUID.randomUUID();
		RunId run = this.house.put(key, Risk.REVERSIBLE).start("sandbox");
		Awaitility.await()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(2))
			.until(() -> this.house.step(run, key).planned() != null);
		confirm(this.house.step(run, key));
		awaitState(run, key, StepState.DONE);
		return run;
	}

	private void confirm(StepRun planned) {
		try {
			this.house.confirmations().confirm(planned.ref(), planned.requiredPlan().fingerprint(), "", "");
		}
		catch (Problem somebodyWasFaster) {
			// It goes on all the same
		}
	}

	private void awaitState(RunId run, String key, StepState state) {
		Awaitility.await()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(2))
			.atMost(Duration.ofSeconds(30))
			.until(() -> this.house.step(run, key).state() == state);
	}

	private void dieAt(Failpoint here) {
		if (this.point == here && this.pauses) {
			this.point = Failpoint.NEVER;
			System.out.println(HERE);
			LockSupport.parkNanos(PAUSED_FROM_OUTSIDE.toNanos());
		}
		else if (this.point == here) {
			Runtime.getRuntime().halt(KILLED);
		}
	}

	// The server is asked to write while this process dies: whether it did is not known
	private Object during(Failpoint here, Interception.Write doing) throws Throwable {
		if (this.point == here && this.write.getAndDecrement() <= 0) {
			die(ThreadLocalRandom.current().nextLong(1_500_000));
		}
		return doing.go();
	}

	private static void die(long nanoseconds) {
		long due = System.nanoTime() + nanoseconds;
		Thread.ofPlatform().start(() -> {
			while (System.nanoTime() < due) {
				LockSupport.parkNanos(due - System.nanoTime());
			}
			Runtime.getRuntime().halt(KILLED);
		});
	}

	@Override
	public void close() {
		this.house.close();
		this.audit.close();
		this.pool.close();
	}

	/** Where a console can die. */
	enum Failpoint {

		BEFORE_INTENT, AFTER_INTENT, BEFORE_CALL, AFTER_ANNOUNCEMENT, AFTER_SEND, BEFORE_RESULT, AFTER_RESULT,
		DURING_AUDIT_APPEND, DURING_COMMIT, ANYWHERE, NEVER

	}

	/** The log, at whose door one can die. */
	private final class Log implements AuditLog {

		private final AuditLog log;

		Log(AuditLog log) {
			this.log = log;
		}

		@Override
		public long append(AuditEntry entry) {
			at(entry, "step.intended", Failpoint.BEFORE_INTENT);
			at(entry, "step.outcome", Failpoint.BEFORE_RESULT);
			long sequence = this.log.append(entry);
			at(entry, "step.intended", Failpoint.AFTER_INTENT);
			at(entry, "step.outcome", Failpoint.AFTER_RESULT);
			return sequence;
		}

		private void at(AuditEntry entry, String action, Failpoint here) {
			if (entry.action().equals(action)) {
				dieAt(here);
			}
		}

		@Override
		public boolean writable() {
			return this.log.writable();
		}

	}

}
