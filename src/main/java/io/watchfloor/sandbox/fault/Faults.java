package io.watchfloor.sandbox.fault;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.sandbox.app.RunningSystem;
import io.watchfloor.sandbox.sample.SampleDatabase;

/** All faults of one system. */
public final class Faults {

	private static final double ERROR_SHARE = 0.4;

	private static final Duration DELAY = Duration.ofSeconds(2);

	private final Map<FaultKind, Fault> faults = new EnumMap<>(FaultKind.class);

	public Faults(RunningSystem system, Clock clock) {
		for (FaultKind kind : FaultKind.values()) {
			this.faults.put(kind, make(kind, system, clock));
		}
	}

	private static Fault make(FaultKind kind, RunningSystem system, Clock clock) {
		return switch (kind) {
			case SERVICE_DOWN ->
				new SwitchFault(kind, system.app()::fallSilent, system.app()::listen, () -> !system.app().listening());
			case ERROR_RATE -> new SwitchFault(kind, () -> system.disturbance().failShare(ERROR_SHARE),
					() -> system.disturbance().failShare(0), () -> system.disturbance().errorShare() > 0);
			case SLOW_ANSWERS -> new SwitchFault(kind, () -> system.disturbance().holdBack(DELAY),
					() -> system.disturbance().holdBack(Duration.ZERO),
					() -> system.disturbance().delay().isPositive());
			case SLOW_QUERIES -> new SlowQueries(system);
			case IDLE_IN_TRANSACTION -> new HeldConnections(kind, system, Faults::idleInTransaction, 1);
			case CONNECTIONS_EXHAUSTED ->
				new HeldConnections(kind, system, Faults::leak, SampleDatabase.CONNECTION_LIMIT);
			case REDIS_STOPPED ->
				new SwitchFault(kind, system.redis()::stop, system::restartRedis, () -> !system.redis().running());
			case REDIS_KEYS_STALE -> new StaleKeys(system, clock);
			case DISK_NEARLY_FULL ->
				new SwitchFault(kind, system.disk()::fill, system.disk()::free, system.disk()::nearlyFull);
		};
	}

	private static Held idleInTransaction(RunningSystem system) throws SQLException {
		return begin(system.database().connectBeside("import-job"), "update customers set name = name where id = 1");
	}

	private static Held leak(RunningSystem system) throws SQLException {
		return begin(system.database().borrow(), "select id from customers where id = 1");
	}

	private static Held begin(Connection connection, String sql) throws SQLException {
		connection.setAutoCommit(false);
		Held held = Held.of(connection);
		held.run(sql);
		return held;
	}

	/** One of them. */
	public Fault get(FaultKind kind) {
		Fault fault = this.faults.get(kind);
		if (fault == null) {
			throw new IllegalStateException("every kind has a fault: " + kind);
		}
		return fault;
	}

	/** All of them, in the order of their kinds. */
	public List<Fault> all() {
		return List.copyOf(this.faults.values());
	}

	/** Puts everything right. */
	public void clear() {
		this.faults.values().forEach(Fault::clear);
	}

}
