package io.watchfloor.run.ui;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.action.Reading;
import io.watchfloor.catalog.Target;
import io.watchfloor.run.Demands;
import io.watchfloor.run.OutputPage;
import io.watchfloor.run.Presence;
import io.watchfloor.run.Progress;
import io.watchfloor.run.Run;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.TimelineEntry;
import io.watchfloor.run.WaitingApproval;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the Run screen shows at one moment.
 *
 * @param run the walk
 * @param selected the step in the middle; absent when all is done
 * @param timeline newest first
 * @param output of the selected step
 * @param progress of the selected step
 * @param readings of the selected step, newest first
 * @param previous the last step before the selected one that has a reading
 * @param previousReading its reading
 * @param demands what confirming takes
 * @param approval what the selected step waits with
 * @param candidates targets to choose among
 * @param undo whether the selected step can be put back
 * @param mayOperate whether the person may do anything
 * @param me the person's id
 * @param here who has the page open
 * @param walk what belongs to the walk around the step
 */
record RunSnapshot(Run run, @Nullable StepRun selected, List<TimelineEntry> timeline, OutputPage output,
		Optional<Progress> progress, List<Reading> readings, @Nullable StepRun previous,
		@Nullable Reading previousReading, @Nullable Demands demands, Optional<WaitingApproval> approval,
		List<Target> candidates, boolean undo, boolean mayOperate, String me, List<Presence> here, WalkShown walk) {

	StepRun step() {
		return Objects.requireNonNull(this.selected, "no step is selected");
	}

	int place(StepRun step) {
		return this.run.steps().indexOf(step) + 1;
	}

}
