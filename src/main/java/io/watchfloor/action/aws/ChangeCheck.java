package io.watchfloor.action.aws;

import java.util.Optional;

import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;

/** Looks by the describe call whether a change came about. */
final class ChangeCheck {

	private final AwsChange action;

	private final Twin twin;

	private final AwsSession session;

	ChangeCheck(AwsChange action, Twin twin, AwsSession session) {
		this.action = action;
		this.twin = twin;
		this.session = session;
	}

	/**
	 * Looks once. A plan that compared nothing leaves nothing to compare: nobody knows.
	 */
	Verification verify(Plan plan) {
		if (this.twin.effect() == Twin.Effect.SUCCEEDS) {
			return Verification.unknown(ChangePlan.UNTOLD);
		}
		CurrentState state = CurrentState.of(this.twin, this.action, this.session);
		if (state.holds(this.twin.failed()).orElse(false)) {
			return Verification.failed(observed(state));
		}
		if (plan.changes().isEmpty() && this.twin.done().isEmpty()) {
			return Verification.unknown(ChangePlan.UNTOLD + ": " + observed(state));
		}
		return Verification.when(done(state), observed(state));
	}

	private boolean done(CurrentState state) {
		return switch (this.twin.effect()) {
			case REMOVES -> !state.there();
			case CREATES -> state.there() && state.holds(this.twin.done()).orElse(true);
			case CHANGES, SUCCEEDS -> state.there() && new FieldChanges(this.action, state).none()
					&& state.holds(this.twin.done()).orElse(true);
		};
	}

	private String observed(CurrentState state) {
		return state.there() ? String.join(", ", state.facts()) : "it is not there";
	}

	Settlement probe(Plan plan) {
		CurrentState state = CurrentState.of(this.twin, this.action, this.session);
		Settlement.Finding finding = switch (this.twin.effect()) {
			case REMOVES -> state.there() ? Settlement.Finding.CANNOT_TELL : Settlement.Finding.HAPPENED;
			case CREATES -> state.there() ? Settlement.Finding.HAPPENED : Settlement.Finding.CANNOT_TELL;
			case CHANGES -> changed(plan, state);
			case SUCCEEDS -> Settlement.Finding.CANNOT_TELL;
		};
		return new Settlement(finding, observed(state));
	}

	/** Only a plan that would change a value can tell before from after. */
	private Settlement.Finding changed(Plan plan, CurrentState state) {
		if (plan.changes().isEmpty()) {
			return Settlement.Finding.CANNOT_TELL;
		}
		if (new FieldChanges(this.action, state).none()) {
			return Settlement.Finding.HAPPENED;
		}
		boolean asBefore = plan.changes()
			.stream()
			.allMatch((change) -> now(state, change.property()).equals(Optional.ofNullable(change.now())));
		return asBefore ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
	}

	private Optional<String> now(CurrentState state, String property) {
		return new FieldChanges(this.action, state).list()
			.stream()
			.filter((change) -> change.property().equals(property))
			.flatMap((change) -> Optional.ofNullable(change.now()).stream())
			.findFirst();
	}

}
