package io.watchfloor.action.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.Plan;
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;

/** Puts into words what a call will change. */
final class ChangePlan {

	/** Why a change is not verified although it was sent. */
	static final String UNTOLD = "AWS accepted the call; no describe call tells whether it did what it should";

	private static final String LOOK = "a person has looked: no describe call tells whether it did what it should";

	/** For what was so already when the plan was made. */
	private static final Duration STEADY = Duration.ofSeconds(30);

	private static final Duration SOON = Duration.ofMinutes(1);

	private static final Duration LATER = Duration.ofMinutes(20);

	private final AwsChange action;

	private final AwsSession session;

	ChangePlan(AwsChange action, AwsSession session) {
		this.action = action;
		this.session = session;
	}

	Plan.Call call() {
		return new Plan.Call(this.session.planned(this.action.service(), this.action.operation(),
				this.action.parameters(), this.action.region()));
	}

	/** Without a describe call: the request is all there is. */
	Plan blind(Instant at) {
		return new Plan(List.of(call()), List.of(),
				List.of("No describe call is known for this operation, so the state before is not shown."), warnings(),
				List.of(), "None: the state before is not known.", Plan.DoneWhen.untold(LOOK), new TreeMap<>(), at);
	}

	/** With the state that the describe call told. */
	Plan of(Twin twin, CurrentState state, Instant at) {
		demandThere(twin, state);
		FieldChanges changes = new FieldChanges(this.action, state);
		Optional<AwsChange> undo = changes.undo(twin);
		SortedMap<String, String> markers = state.markers();
		undo.ifPresent((back) -> markers.put("undo", JsonText.write(back.parameters())));
		return new Plan(List.of(call()), changes(twin, changes), effects(state), warnings(twin, state, changes),
				List.of(), undo(undo), doneWhen(twin, state, changes), markers, at);
	}

	private void demandThere(Twin twin, CurrentState state) {
		boolean needed = twin.effect() == Twin.Effect.CHANGES || twin.effect() == Twin.Effect.REMOVES;
		if (needed && !state.there()) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"What " + this.action.service() + " " + this.action.operation() + " is about is not there: "
							+ twin.describe() + " in " + this.session.region(this.action.region())
							+ " does not find it. Look at its name and the region.");
		}
		if (twin.effect() == Twin.Effect.CREATES && state.there()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"What is to be created is there already: " + String.join(", ", state.facts()) + ".");
		}
	}

	private static List<Plan.Change> changes(Twin twin, FieldChanges changes) {
		return switch (twin.effect()) {
			case CHANGES -> changes.list();
			case REMOVES -> List.of(new Plan.Change("object", "there", null));
			case CREATES -> List.of(new Plan.Change("object", null, "there"));
			case SUCCEEDS -> List.of();
		};
	}

	private List<String> effects(CurrentState state) {
		List<String> effects = new ArrayList<>(state.facts());
		effects.add("Region " + this.session.region(this.action.region()));
		return effects;
	}

	private List<Plan.Warning> warnings(Twin twin, CurrentState state, FieldChanges changes) {
		List<Plan.Warning> warnings = new ArrayList<>(warnings());
		warnings.addAll(CallDangers.of(this.action, state));
		boolean comparable = this.action.parameters()
			.keySet()
			.stream()
			.filter((name) -> state.field(name).isPresent())
			.count() > 1;
		if (twin.effect() == Twin.Effect.CHANGES && twin.done().isEmpty() && comparable && changes.none()) {
			warnings.add(new Plan.Warning(false, "Everything that the call sets is so already."));
		}
		return warnings;
	}

	/** What the call alone tells. */
	List<Plan.Warning> warnings() {
		List<Plan.Warning> warnings = new ArrayList<>();
		if (!this.session.region(this.action.region()).equals(this.session.home())) {
			warnings.add(new Plan.Warning(true, "The line goes to " + this.action.region() + ", but the target is in "
					+ this.session.home() + "."));
		}
		return warnings;
	}

	private String undo(Optional<AwsChange> undo) {
		if (undo.isPresent()) {
			return "Send the old values again: " + undo.get().commandLine();
		}
		return (this.action.risk() == Risk.DESTRUCTIVE) ? "None: what is gone does not come back."
				: "None: no call is known that puts exactly the old state back.";
	}

	private static Plan.DoneWhen doneWhen(Twin twin, CurrentState state, FieldChanges changes) {
		return switch (twin.effect()) {
			case CHANGES -> changed(twin, state, changes);
			case REMOVES -> new Plan.DoneWhen(twin.describe() + " no longer finds it", Duration.ZERO, LATER);
			case CREATES ->
				new Plan.DoneWhen(twin.describe() + " finds it" + (twin.done().isEmpty() ? "" : " and " + twin.done()),
						Duration.ZERO, Duration.ofMinutes(60));
			case SUCCEEDS -> Plan.DoneWhen.untold(LOOK);
		};
	}

	private static Plan.DoneWhen changed(Twin twin, CurrentState state, FieldChanges changes) {
		String values = changes.none() ? "" : "shows the new values";
		if (twin.done().isEmpty()) {
			return values.isEmpty() ? Plan.DoneWhen.untold(LOOK)
					: new Plan.DoneWhen(twin.describe() + " " + values, Duration.ZERO, SOON);
		}
		boolean already = changes.none() && state.holds(twin.done()).orElse(false);
		return new Plan.DoneWhen(twin.describe() + " " + values + (values.isEmpty() ? "" : " and ") + twin.done(),
				already ? STEADY : Duration.ZERO, LATER);
	}

}
