package io.watchfloor.run;

import java.util.List;
import java.util.Optional;

import io.watchfloor.action.Reading;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.run.output.OutputLine;
import io.watchfloor.run.output.OutputStore;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/** What runs leave behind: output, readings, progress, timeline. */
@Service
public class RunRecords {

	private final Authority authority;

	private final Permits permits;

	private final RunJournal journal;

	private final OutputStore output;

	private final StepLedger ledger;

	private final Redaction redaction;

	RunRecords(Authority authority, Permits permits, RunJournal journal, OutputStore output, StepLedger ledger,
			Redaction redaction) {
		this.authority = authority;
		this.permits = permits;
		this.journal = journal;
		this.output = output;
		this.ledger = ledger;
		this.redaction = redaction;
	}

	/** The tail of a step's output. */
	public OutputPage tail(StepRun step, int limit) {
		return output(step, Long.MAX_VALUE, limit);
	}

	/** A step's output up to and including a line; very long lines are cut. */
	public OutputPage output(StepRun step, long lastLine, int limit) {
		this.authority.require(Permission.VIEW);
		long total = this.output.extent(step.ref(), step.attempt()).lines();
		long last = Math.min(lastLine, total);
		long first = Math.max(1, last - limit + 1);
		return new OutputPage(first,
				this.output.lines(step.ref(), step.attempt(), first, last).stream().map(OutputLine::shown).toList(),
				total);
	}

	/** How far a step is. */
	public Optional<Progress> progress(StepRef step) {
		this.authority.require(Permission.VIEW);
		return this.journal.progress(step);
	}

	/** A step's readings, newest first. */
	public List<Reading> readings(StepRef step, int limit) {
		this.authority.require(Permission.VIEW);
		return this.journal.readings(step, limit);
	}

	/** The timeline, newest first. */
	public List<TimelineEntry> timeline(RunId run, int limit) {
		this.authority.require(Permission.VIEW);
		return this.journal.timeline(run, limit);
	}

	/** The timeline after an entry's number, oldest first. */
	public List<NumberedEntry> timelineAfter(RunId run, long after, int limit) {
		this.authority.require(Permission.VIEW);
		return this.journal.timelineAfter(run, after, limit);
	}

	/** Writes something down on the timeline. */
	public void note(RunId run, String text) {
		Actor actor = this.permits.operate(run);
		if (text.isBlank()) {
			throw new Problem(Category.NOT_UNDERSTOOD, "The note is empty. Write something.");
		}
		this.journal.addEntry(run, this.ledger.entry(actor, Kind.NOTE, null, this.redaction.typed(text)));
		this.ledger.changed(run);
	}

	/**
	 * A line of the timeline with its place.
	 *
	 * @param n ascends within the run, with gaps
	 * @param entry the line
	 */
	public record NumberedEntry(long n, TimelineEntry entry) {
	}

}
