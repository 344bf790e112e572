package io.watchfloor.schedule;

import java.time.Instant;

import com.github.kagkarlsson.scheduler.task.Execution;
import io.watchfloor.kernel.Problem;

/** One time that something is done. */
public final class Turn {

	private final Execution execution;

	private final MissedStore store;

	Turn(Execution execution, MissedStore store) {
		this.execution = execution;
		this.store = store;
	}

	/** When it was due. */
	public Instant due() {
		return this.execution.executionTime;
	}

	/**
	 * Asks the store whether this node still has it; before each write that another node
	 * must not repeat.
	 * @throws Problem when another node took it over
	 */
	public void demandOurs() {
		String node = this.execution.pickedBy;
		if (node == null || !this.store.claimed(this.execution.getTaskName(), node, this.execution.version)) {
			throw new Problem(Problem.Category.STALE,
					"Another console took over " + this.execution.getTaskName() + ". This one does nothing more.");
		}
	}

}
