package io.watchfloor.run.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.Demands;
import io.watchfloor.run.OpenPlaces;
import io.watchfloor.run.Pause;
import io.watchfloor.run.RunState;
import io.watchfloor.run.StepKind;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.run.WaitingApproval;
import org.jspecify.annotations.Nullable;

/** Chooses the card that fits a step's kind and state. */
final class StepCards {

	private StepCards() {
	}

	static boolean refreshable(RunSnapshot snapshot) {
		return snapshot.mayOperate() && snapshot.run().state() == RunState.UNDER_WAY
				&& snapshot.step().state() == StepState.PLANNED;
	}

	static @Nullable StepCard of(RunSnapshot snapshot, RunActions actions) {
		StepCard card = rehearsed(snapshot, fitting(snapshot, actions));
		boolean looksOn = snapshot.run().state() == RunState.UNDER_WAY && !snapshot.mayOperate();
		if (!looksOn || card instanceof ApprovalCard) {
			return card;
		}
		StepCard shown = (card != null) ? card : new StepCard();
		shown.add(StepCard.dim("You may look at this run, not act in it: that takes the role Operator."));
		return shown;
	}

	/** In a drill each card says what its button does not do. */
	private static @Nullable StepCard rehearsed(RunSnapshot snapshot, @Nullable StepCard card) {
		StepRun step = snapshot.selected();
		if (card == null || step == null || !snapshot.run().drill()) {
			return card;
		}
		boolean asked = step.state() == StepState.PLANNED || step.state() == StepState.AWAITING_APPROVAL;
		boolean manual = step.frozen().kind() == StepKind.MANUAL && step.state() == StepState.READY;
		if (asked) {
			card.addComponentAsFirst(StepCard.row(DrillBar.chip(),
					new Span("Nothing is sent: confirming writes down what would have been done, and goes on.")));
		}
		else if (manual) {
			card.addComponentAsFirst(StepCard.row(DrillBar.chip(),
					new Span("Say what you would do; leave alone what would change anything.")));
		}
		return card;
	}

	private static @Nullable StepCard fitting(RunSnapshot snapshot, RunActions actions) {
		boolean open = snapshot.run().state() == RunState.UNDER_WAY && snapshot.mayOperate();
		StepRun step = snapshot.selected();
		if (step == null) {
			return open ? HumanCards.finish(snapshot.run(), actions) : null;
		}
		Pause pause = snapshot.run().conduct().pause();
		if (pause != null && snapshot.run().state() == RunState.UNDER_WAY && !underWay(step.state())) {
			return new PausedCard(snapshot.run().id(), pause, snapshot.mayOperate(), actions);
		}
		if (snapshot.run().state() == RunState.UNDER_WAY && snapshot.run().folded(step)) {
			return new FoldedCard(snapshot.run(), step, snapshot.mayOperate(), actions);
		}
		return switch (step.state()) {
			case READY -> open ? ready(snapshot, step, actions) : null;
			case PLANNED -> planned(snapshot, step, actions);
			case AWAITING_APPROVAL ->
				snapshot.approval().<StepCard>map((waiting) -> asked(waiting, actions)).orElse(null);
			case WATCHING -> null;
			case READING, INTENDED, EXECUTING, VERIFYING ->
				new UnderWayCard(step, snapshot.progress(), snapshot.mayOperate(), actions);
			case UNKNOWN -> new UnknownCard(step, snapshot.mayOperate(), actions);
			case NO_DATA -> (step.frozen().kind() == StepKind.READ) ? reading(snapshot, step, open, actions)
					: new OutcomeCard(step, open, snapshot.undo(), actions);
			case DONE -> (step.frozen().kind() == StepKind.READ) ? reading(snapshot, step, open, actions)
					: new OutcomeCard(step, open, snapshot.undo(), actions);
			case FAILED -> (step.frozen().kind() == StepKind.READ) ? reading(snapshot, step, open, actions)
					: new OutcomeCard(step, open, snapshot.undo(), actions);
			case UNVERIFIED, SKIPPED -> new OutcomeCard(step, open, snapshot.undo(), actions);
		};
	}

	private static boolean underWay(StepState state) {
		return state.inFlight() || state == StepState.VERIFYING || state == StepState.WATCHING
				|| state == StepState.UNKNOWN;
	}

	private static StepCard ready(RunSnapshot snapshot, StepRun step, RunActions actions) {
		if (snapshot.run().asksWhether(step)) {
			return new ConditionCard(step, snapshot.walk().hint(), actions);
		}
		OpenPlaces open = step.frozen().open();
		if (open != null) {
			boolean choose = step.target() == null && snapshot.candidates().size() > 1;
			return choose ? HumanCards.target(step, snapshot.candidates(), actions)
					: new FillCard(step, open, Known.of(snapshot.walk().inputs()), actions);
		}
		return switch (step.frozen().kind()) {
			case MANUAL -> HumanCards.manual(snapshot, step, actions);
			case DECISION -> HumanCards.decision(step, actions);
			case READ -> (step.target() != null) ? reading(snapshot, step, true, actions)
					: HumanCards.target(step, snapshot.candidates(), actions);
			case CHANGE -> (step.target() != null) ? new OutcomeCard(step, true, false, actions)
					: HumanCards.target(step, snapshot.candidates(), actions);
		};
	}

	private static @Nullable StepCard planned(RunSnapshot snapshot, StepRun step, RunActions actions) {
		Demands demands = snapshot.demands();
		if (demands == null || step.planned() == null || snapshot.run().state() != RunState.UNDER_WAY) {
			return null;
		}
		return new ConfirmCard(step, step.planned().fingerprint(), snapshot.run().environment(), demands, actions);
	}

	private static StepCard asked(WaitingApproval waiting, RunActions actions) {
		ApprovalCard card = new ApprovalCard(waiting, actions);
		card.addComponentAsFirst(ApprovalCard.who(waiting));
		return card;
	}

	private static StepCard reading(RunSnapshot snapshot, StepRun step, boolean open, RunActions actions) {
		StepCard card = new StepCard(StepCard.row(StepLook.of(step).chip()));
		if (step.state() != StepState.DONE && step.message() != null) {
			card.add(StepCard.dim(step.message()));
		}
		if (open) {
			var again = card.main((step.attempt() > 0) ? "Read again" : "Read now",
					() -> actions.act(() -> actions.services().steps().readAgain(step.ref())));
			Div buttons = StepCard.row();
			if (Skips.possible(step)) {
				buttons.add(StepCard.button("Skip…", () -> Skips.ask(step, actions)));
			}
			buttons.add(StepCard.button("Watch…", () -> WatchDialog.ask(snapshot, step, actions)), again);
			card.add(buttons);
		}
		return card;
	}

}
