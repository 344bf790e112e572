package io.watchfloor.run;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.watchfloor.security.Scope;

/** Where runs are kept. */
public interface RunStore {

	/** Keeps a new run with its steps. */
	void add(Run run, TimelineEntry entry);

	/** Finds a run with its steps. */
	Optional<Run> find(RunId id);

	/** Where a run is, without its steps. */
	Optional<Scope> place(RunId id);

	/** Runs, newest first. */
	List<RunSummary> newest(int offset, int limit);

	/** Runs that match, newest first. */
	List<RunSummary> matching(RunFilter filter, int offset, int limit);

	/** How many runs match. */
	int count(RunFilter filter);

	/** Runs under way that match, newest first. */
	List<RunSummary> underWay(String typed, int limit);

	/** How many runs there are. */
	int count();

	/** How many runs are in a state. */
	int count(RunState state);

	/** Whether a run is a drill, or not known: nothing may be sent for it then. */
	boolean drill(RunId id);

	/** Ends a run that is under way; false when it no longer was. */
	boolean end(RunId id, RunState state, Instant at, TimelineEntry entry);

}
