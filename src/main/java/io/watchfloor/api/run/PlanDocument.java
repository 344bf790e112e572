package io.watchfloor.api.run;

import java.time.Instant;
import java.util.List;

import io.watchfloor.action.Plan;
import io.watchfloor.run.Planned;

/**
 * What a step will do.
 *
 * @param fingerprint by which exactly this plan is confirmed and approved
 * @param calls what will be sent, in order
 */
record PlanDocument(String fingerprint, Instant at, List<String> calls, List<Plan.Change> changes, List<String> effects,
		List<Plan.Warning> warnings, List<String> samples, String undo, DoneWhenDocument doneWhen) {

	static PlanDocument of(Planned planned) {
		Plan plan = planned.plan();
		return new PlanDocument(planned.fingerprint(), planned.at(),
				plan.calls().stream().map(Plan.Call::text).toList(), plan.changes(), plan.effects(), plan.warnings(),
				plan.samples(), plan.undo(), new DoneWhenDocument(plan.doneWhen().condition(),
						plan.doneWhen().holdFor().toSeconds(), plan.doneWhen().within().toSeconds()));
	}

	/** When it counts as done; times in seconds. */
	record DoneWhenDocument(String condition, long holdForSeconds, long withinSeconds) {
	}

}
