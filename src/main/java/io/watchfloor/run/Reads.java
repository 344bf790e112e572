package io.watchfloor.run;

import java.util.List;

import io.watchfloor.action.Actions;
import io.watchfloor.action.Filters;
import io.watchfloor.action.Reading;
import io.watchfloor.action.RunContext;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Reads live state for READ steps; every reading is kept. */
@Component
class Reads {

	private final Actions actions;

	private final Targets targets;

	private final StepLedger ledger;

	private final StepContexts contexts;

	private final RunJournal journal;

	private final Redaction redaction;

	private final Node node;

	private final StepStore store;

	Reads(Actions actions, Targets targets, StepLedger ledger, StepContexts contexts, RunJournal journal,
			Redaction redaction, Node node, StepStore store) {
		this.actions = actions;
		this.targets = targets;
		this.ledger = ledger;
		this.contexts = contexts;
		this.journal = journal;
		this.redaction = redaction;
		this.node = node;
		this.store = store;
	}

	/** Reads now, on the calling thread. */
	void read(StepRun step, Actor actor) {
		StepRun reading = this.ledger.claim(step, step.to(StepState.READING).nextAttempt(this.ledger.now()),
				this.node.name());
		this.node.working(reading.token());
		try {
			keep(reading, actor, this.redaction.reading(judged(reading, take(reading))));
		}
		finally {
			this.node.ended(reading.token());
			this.store.release(reading.token());
		}
	}

	/** Reads what a step reads, as somebody who watches it; nothing is kept. */
	Reading look(StepRun step) {
		try {
			Reading reading = this.actions.read(this.targets.action(step.frozen()), step.frozen().requiredFilters(),
					this.targets.of(step), RunContext.none());
			return this.redaction.reading(judged(step, reading));
		}
		catch (RuntimeException trouble) {
			return this.redaction.reading(Reading.unknown("It could not be read: " + trouble.getMessage(),
					step.shortTitle(), this.ledger.now()));
		}
	}

	private Reading take(StepRun step) {
		StepContext context = this.contexts.open(step, List.of());
		try {
			Filters filters = step.frozen().requiredFilters();
			return this.actions.read(this.targets.action(step.frozen()), filters, this.targets.of(step), context);
		}
		catch (RuntimeException trouble) {
			String source = (step.frozen().commandLine() != null) ? step.frozen().commandLine() : step.shortTitle();
			return Reading.unknown("It could not be read: " + trouble.getMessage(), source, this.ledger.now());
		}
		finally {
			this.contexts.close(context);
		}
	}

	/** The connector's judgement, and that of the output which the runbook expects. */
	private static Reading judged(StepRun step, Reading reading) {
		String expected = step.frozen().expected();
		return (expected != null) ? new Expectation(expected).judge(reading) : reading;
	}

	private void keep(StepRun step, Actor actor, Reading reading) {
		this.journal.addReading(step.ref(), reading);
		String summary = DisplayText.inert(reading.summary());
		StepState state = reading.known() ? StepState.DONE : StepState.NO_DATA;
		this.ledger.save(step,
				step.to(state).message(summary).judgement(reading.judgement()).token(0).ended(this.ledger.now()),
				this.ledger.entry(actor, Kind.READ, step, step.shortTitle() + ": " + summary));
	}

}
