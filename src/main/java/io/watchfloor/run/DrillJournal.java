package io.watchfloor.run;

import java.time.Instant;
import java.util.Map;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.run.drill.DrillWords;
import org.springframework.stereotype.Component;

/** Writes what belongs to a drill where a run's own is written. */
@Component
class DrillJournal implements DrillWords {

	private final Redaction redaction;

	private final StepLedger ledger;

	private final RunJournal journal;

	private final RunStore runs;

	private final AuditTrail trail;

	private final Permits permits;

	DrillJournal(Redaction redaction, StepLedger ledger, RunJournal journal, RunStore runs, AuditTrail trail,
			Permits permits) {
		this.redaction = redaction;
		this.ledger = ledger;
		this.journal = journal;
		this.runs = runs;
		this.trail = trail;
		this.permits = permits;
	}

	@Override
	public Instant now() {
		return this.ledger.now();
	}

	@Override
	public Actor demandOperator(RunId run) {
		return this.permits.operate(run);
	}

	@Override
	public String kept(String typed) {
		if (typed.isBlank()) {
			throw new Problem(Category.NOT_UNDERSTOOD, "Nothing was written. Say what was hard.");
		}
		return this.redaction.typed(typed);
	}

	@Override
	public void note(RunId run, String text) {
		this.journal.addEntry(run, this.ledger.entry(Actor.SYSTEM, Kind.NOTE, null, text));
		this.ledger.changed(run);
	}

	@Override
	public void recorded(Actor actor, RunId run, String hard) {
		this.journal.addEntry(run, this.ledger.entry(actor, Kind.NOTE, null, "What was hard: " + hard));
		this.runs.find(run)
			.ifPresent((walk) -> this.trail.record(actor, "drill.reported", walk, "SUCCEEDED", hard, Map.of()));
		this.ledger.changed(run);
	}

}
