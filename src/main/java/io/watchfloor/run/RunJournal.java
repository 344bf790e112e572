package io.watchfloor.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.watchfloor.action.Reading;
import io.watchfloor.audit.AuditEntry;

/** What runs leave behind: readings, timeline. Only ever added to. */
public interface RunJournal {

	/** Keeps how far a step is. */
	void progress(StepRef ref, Progress progress);

	/** How far a step is. */
	Optional<Progress> progress(StepRef ref);

	/** Keeps a reading. */
	void addReading(StepRef ref, Reading reading);

	/** A step's readings, newest first. */
	List<Reading> readings(StepRef ref, int limit);

	/** Adds a line to the timeline. */
	void addEntry(RunId run, TimelineEntry entry);

	/** The timeline, newest first. */
	List<TimelineEntry> timeline(RunId run, int limit);

	/** The timeline after an entry's number, oldest first. */
	List<RunRecords.NumberedEntry> timelineAfter(RunId run, long after, int limit);

	/** Keeps an audit entry that the log could not take. */
	void addAuditDue(AuditEntry entry);

	/**
	 * Hands the oldest kept audit entry to a taker and forgets it when the taker returns
	 * normally; false when there is none.
	 */
	boolean drainAuditDue(Consumer<AuditEntry> taker);

}
