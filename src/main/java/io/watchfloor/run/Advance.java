package io.watchfloor.run;

import java.util.Optional;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Does what may be done without a person when the walk reaches a step: READ steps read,
 * and a change is previewed. Never more.
 */
@Component
class Advance {

	private static final Logger log = LoggerFactory.getLogger(Advance.class);

	private final RunStore store;

	private final Reads reads;

	private final Planner planner;

	private final WatchStarter watches;

	Advance(RunStore store, Reads reads, Planner planner, WatchStarter watches) {
		this.store = store;
		this.reads = reads;
		this.planner = planner;
		this.watches = watches;
	}

	/** Looks after the current step, on a thread of its own. */
	void reach(RunId run) {
		Thread.ofVirtual().name("reach " + run).start(() -> {
			try {
				walk(run);
			}
			catch (Problem overtaken) {
				log.debug("Run {}: {}", run, overtaken.getMessage());
			}
			catch (RuntimeException trouble) {
				log.warn("Run {} waits for a person: its step could not be prepared", run, trouble);
			}
		});
	}

	private void walk(RunId run) {
		Optional<StepRun> step = reached(run);
		while (step.isPresent() && step.get().frozen().kind() == StepKind.READ) {
			Optional<WatchTerms> terms = WatchStarter.byItself(step.get());
			if (terms.isPresent()) {
				this.watches.begin(step.get(), step.get(), terms.get(), Actor.SYSTEM);
				return;
			}
			this.reads.read(step.get(), Actor.SYSTEM);
			step = reached(run);
		}
		step.ifPresent((change) -> this.planner.plan(change, Actor.SYSTEM));
	}

	private Optional<StepRun> reached(RunId run) {
		return this.store.find(run)
			.filter((found) -> found.state() == RunState.UNDER_WAY && !found.paused())
			.flatMap((found) -> found.current().filter((step) -> !found.asksWhether(step)))
			.filter(Advance::untouched);
	}

	private static boolean untouched(StepRun step) {
		boolean action = step.frozen().kind() == StepKind.READ || step.frozen().kind() == StepKind.CHANGE;
		return action && step.frozen().open() == null && step.state() == StepState.READY && step.attempt() == 0
				&& step.message() == null && step.target() != null;
	}

}
