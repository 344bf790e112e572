package io.watchfloor.sandbox.fault;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.watchfloor.kernel.Problem;
import io.watchfloor.sandbox.app.RunningSystem;

/**
 * A fault that holds connections open with a transaction in each. Somebody who terminates
 * them cures it; they do not come back.
 */
final class HeldConnections implements Fault {

	private final FaultKind kind;

	private final RunningSystem system;

	private final ConnectionSource source;

	private final int count;

	private final List<Held> held = new ArrayList<>();

	/**
	 * Sets it up.
	 * @param source where the connections come from, with their transaction begun
	 * @param count how many
	 */
	HeldConnections(FaultKind kind, RunningSystem system, ConnectionSource source, int count) {
		this.kind = kind;
		this.system = system;
		this.source = source;
		this.count = count;
	}

	@Override
	public FaultKind kind() {
		return this.kind;
	}

	@Override
	public synchronized void inject() {
		dropEnded();
		try {
			while (this.held.size() < this.count) {
				this.held.add(this.source.open(this.system));
			}
		}
		catch (SQLException failure) {
			// With some held, the limit is what stopped it: no connection is left, as
			// promised.
			if (this.held.isEmpty()) {
				throw new Problem(Problem.Category.TARGET_SAID_NO, "The sandbox's database gave no connection: "
						+ failure.getMessage() + ". Clear the other faults of this system first.", failure);
			}
		}
	}

	@Override
	public synchronized void clear() {
		this.held.forEach(Held::letGo);
		this.held.clear();
	}

	@Override
	public synchronized boolean active() {
		dropEnded();
		return !this.held.isEmpty();
	}

	private void dropEnded() {
		Set<Integer> alive = this.system.backends().alive(this.held.stream().map(Held::pid).toList());
		this.held.removeIf((each) -> {
			boolean ended = !alive.contains(each.pid());
			if (ended) {
				each.letGo();
			}
			return ended;
		});
	}

	/** Where the held connections come from. */
	interface ConnectionSource {

		/** Opens one with its transaction begun. */
		Held open(RunningSystem system) throws SQLException;

	}

}
