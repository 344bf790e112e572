package io.watchfloor.run.ui;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Reading;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import io.watchfloor.run.Demands;
import io.watchfloor.run.OutputPage;
import io.watchfloor.run.Presence;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunState;
import io.watchfloor.run.StepKind;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.run.WaitingApproval;
import io.watchfloor.security.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what the Run screen shows. */
@Component
class RunSnapshots {

	private static final int TAIL = 200;

	private static final int TIMELINE = 200;

	private static final int READINGS = 10;

	private static final Set<StepState> OPEN_ENDED = EnumSet.of(StepState.INTENDED, StepState.EXECUTING,
			StepState.UNKNOWN, StepState.VERIFYING, StepState.UNVERIFIED, StepState.FAILED);

	private final RunServices services;

	RunSnapshots(RunServices services) {
		this.services = services;
	}

	/** Reads a run; the wanted step is in the middle, else the current one. */
	Optional<RunSnapshot> read(RunId id, @Nullable String wanted) {
		return this.services.runs().find(id).map((run) -> {
			StepRun step = run.step((wanted != null) ? wanted : "").or(() -> waiting(run)).orElse(null);
			return snapshot(run, step);
		});
	}

	/** Of a run that is over only what may still come to something is looked at. */
	private static Optional<StepRun> waiting(Run run) {
		return (run.state() == RunState.UNDER_WAY) ? run.current()
				: run.steps().stream().filter((step) -> OPEN_ENDED.contains(step.state())).findFirst();
	}

	private RunSnapshot snapshot(Run run, @Nullable StepRun step) {
		StepRun previous = previous(run, step);
		List<Reading> last = (previous != null) ? this.services.records().readings(previous.ref(), 1) : List.of();
		var timeline = this.services.records().timeline(run.id(), TIMELINE);
		boolean mayOperate = this.services.runs().mayOperate(run.id());
		String me = this.services.authority().require(Permission.VIEW).id();
		List<Presence> here = this.services.walk().presences().here(run.id());
		WalkShown walk = WalkShown.of(this.services.walk(), run, step);
		if (step == null) {
			return new RunSnapshot(run, null, timeline, new OutputPage(1, List.of(), 0), Optional.empty(), List.of(),
					previous, last.isEmpty() ? null : last.getFirst(), null, Optional.empty(), List.of(), false,
					mayOperate, me, here, walk);
		}
		return new RunSnapshot(run, step, timeline, this.services.records().tail(step, TAIL),
				this.services.records().progress(step.ref()), this.services.records().readings(step.ref(), READINGS),
				previous, last.isEmpty() ? null : last.getFirst(), demands(step), approval(step), candidates(step),
				undo(step), mayOperate, me, here, walk);
	}

	private @Nullable Demands demands(StepRun step) {
		boolean asked = step.state() == StepState.PLANNED;
		try {
			return asked ? this.services.confirmations().demands(step.ref()) : null;
		}
		catch (Problem targetGone) {
			return null;
		}
	}

	private Optional<WaitingApproval> approval(StepRun step) {
		return (step.state() == StepState.AWAITING_APPROVAL) ? this.services.queue().of(step.ref()) : Optional.empty();
	}

	private List<Target> candidates(StepRun step) {
		boolean open = step.target() == null && step.state() == StepState.READY;
		boolean action = step.frozen().kind() == StepKind.READ || step.frozen().kind() == StepKind.CHANGE;
		try {
			return (open && action) ? this.services.steps().candidates(step.ref()) : List.of();
		}
		catch (Problem environmentGone) {
			return List.of();
		}
	}

	private boolean undo(StepRun step) {
		try {
			return this.services.aftermath().undoOffered(step);
		}
		catch (RuntimeException unreadable) {
			return false;
		}
	}

	private static @Nullable StepRun previous(Run run, @Nullable StepRun step) {
		return run.steps()
			.stream()
			.filter((other) -> step == null || other.ordinal() < step.ordinal())
			.filter((other) -> other.frozen().kind() == StepKind.READ && other.state().settled())
			.reduce((_, later) -> later)
			.orElse(null);
	}

}
