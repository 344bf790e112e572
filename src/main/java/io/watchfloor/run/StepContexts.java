package io.watchfloor.run;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.action.Plan;
import io.watchfloor.run.output.OutputStore;
import io.watchfloor.run.output.OutputWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The attempts that produce output in this process. */
@Component
class StepContexts {

	private static final Logger log = LoggerFactory.getLogger(StepContexts.class);

	private final Set<StepContext> open = ConcurrentHashMap.newKeySet();

	private final StepStore store;

	private final Fence fence;

	private final RunJournal journal;

	private final Redaction redaction;

	private final RunFeed feed;

	private final OutputStore output;

	private final RunStore runs;

	private final Clock clock;

	StepContexts(StepStore store, Fence fence, RunJournal journal, Redaction redaction, RunFeed feed,
			OutputStore output, RunStore runs, Clock clock) {
		this.runs = runs;
		this.output = output;
		this.store = store;
		this.fence = fence;
		this.journal = journal;
		this.redaction = redaction;
		this.feed = feed;
		this.clock = clock;
	}

	StepContext open(StepRun step, List<Plan.Call> allowed) {
		StepContext context = new StepContext(step, allowed, this.runs.drill(step.ref().run()), writer(step),
				this.store, this.fence, this.journal, this.redaction, this.feed, this.clock);
		this.open.add(context);
		return context;
	}

	private OutputWriter writer(StepRun step) {
		return new OutputWriter(step.ref(), step.attempt(), this.output, this.redaction.lines(), DisplayText::inert,
				this.clock);
	}

	/** Output that cannot be stored is lost; the outcome counts for more. */
	void close(StepContext context) {
		this.open.remove(context);
		guarded(context::close);
	}

	void flushAll() {
		this.open.forEach((context) -> guarded(context::flush));
	}

	private static void guarded(Runnable store) {
		try {
			store.run();
		}
		catch (RuntimeException trouble) {
			log.warn("Output could not be stored: {}", trouble.getMessage());
		}
	}

}
