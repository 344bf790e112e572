package io.watchfloor.run.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.run.FrozenStep;
import io.watchfloor.run.RunState;
import io.watchfloor.run.StepKind;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.ui.CodeBlock;
import io.watchfloor.ui.Prose;
import io.watchfloor.ui.RiskChip;
import org.jspecify.annotations.Nullable;

/** The middle of the screen: one step, and what to do with it. */
final class StepPanel extends Div {

	private final RunActions actions;

	private final Redrawn description = new Redrawn();

	private final PlanPanel plan;

	private final Redrawn place = new Redrawn();

	private final ReadingPanel reading = new ReadingPanel();

	private final OutputPanel output;

	private final ReadingPanel previous = new ReadingPanel();

	private final WatchPanel watch;

	private final UndoPanel undos;

	private final EvidencePanel evidence;

	private @Nullable StepCard card;

	private @Nullable RunSnapshot shown;

	StepPanel(RunActions actions) {
		this.actions = actions;
		this.output = new OutputPanel(actions.services().outputs());
		this.plan = new PlanPanel(
				() -> selected((step) -> actions.act(() -> actions.services().confirmations().preview(step.ref()))));
		this.watch = new WatchPanel(actions);
		this.undos = new UndoPanel(actions);
		this.evidence = new EvidencePanel(actions);
		addClassName("run-middle");
		add(this.description, this.plan, this.place, this.undos, this.watch, this.reading, this.output, this.evidence,
				this.previous);
	}

	void show(RunSnapshot snapshot) {
		this.shown = snapshot;
		StepRun step = snapshot.selected();
		describe(snapshot, step);
		this.plan.setVisible(false);
		this.reading.setVisible(false);
		this.output.setVisible(false);
		if (step != null) {
			this.plan.show(step, snapshot.run().environment(), StepCards.refreshable(snapshot));
			this.reading.show("Reading", snapshot.readings());
			this.output.show(snapshot.place(step), step, snapshot.output());
		}
		if (this.place.begins(what(snapshot))) {
			this.card = StepCards.of(snapshot, this.actions);
			if (this.card != null) {
				this.place.add(this.card);
				this.card.takeFocus();
			}
		}
		this.watch.show(snapshot.walk().watch(), snapshot.mayOperate());
		this.undos.show(snapshot.run(), snapshot.walk().undos(), snapshot.mayOperate());
		this.evidence.show(snapshot.run().id(), (step != null) ? step.key() : null, snapshot.walk().evidence(),
				snapshot.mayOperate());
		previous(snapshot);
	}

	/** A card is drawn again when its own facts change, so that typed words stay. */
	private static List<?> what(RunSnapshot snapshot) {
		StepRun step = snapshot.selected();
		if (step == null) {
			return Arrays.asList(snapshot.run().state(), snapshot.run().conduct().pause());
		}
		return Arrays.asList(step.ref(), step.state(), step.attempt(), step.message(), step.watch(),
				(step.planned() != null) ? step.planned().fingerprint() : null, step.settlement(),
				step.frozen().open() != null,
				(snapshot.demands() != null) ? Objects.requireNonNullElse(snapshot.demands().hindrance(), "") : "",
				snapshot.approval(), snapshot.candidates(), snapshot.progress(), snapshot.run().state(),
				snapshot.undo(), snapshot.run().conduct().pause(), snapshot.run().folded(step),
				snapshot.run().asksWhether(step));
	}

	private void describe(RunSnapshot snapshot, @Nullable StepRun step) {
		if (step == null) {
			if (this.description.begins(snapshot.run().state())) {
				boolean open = snapshot.run().state() == RunState.UNDER_WAY;
				this.description.add(new H2(open ? "All steps are settled" : "The run is over"));
				if (!open) {
					this.description.add(new RunEnd(snapshot.run(), snapshot.timeline()));
				}
			}
			return;
		}
		if (!this.description.begins(List.of(step.ref(), snapshot.run().steps().size(),
				Objects.requireNonNullElse(step.target(), ""), step.frozen().filledIn()))) {
			return;
		}
		FrozenStep frozen = step.frozen();
		Div head = StepCard.row(new H2(step.shortTitle()));
		if (frozen.kind() == StepKind.CHANGE || frozen.kind() == StepKind.READ) {
			head.add(RiskChip.of(frozen.risk()));
		}
		Span where = new Span("Step " + snapshot.place(step) + " of " + snapshot.run().steps().size());
		where.addClassNames("wf-dim", "wf-spread");
		head.add(where);
		this.description.add(head);
		ChosenCause.above(snapshot.run(), step).ifPresent(this.description::add);
		explain(step, frozen);
	}

	private void explain(StepRun step, FrozenStep frozen) {
		Optional<String> text = ManualText.beyond(step.title(), frozen.text());
		boolean saidBelow = text.filter(frozen.text()::equals).isPresent();
		if (!saidBelow && step.title().length() > step.shortTitle().length() + 1) {
			this.description.add(new Div(step.title().substring(step.shortTitle().length() + 1).strip()));
		}
		if (frozen.actionTitle() != null) {
			String target = (step.target() != null) ? " on " + step.target().name() : "";
			this.description.add(StepCard.dim(frozen.actionTitle() + target));
		}
		text.ifPresent((more) -> this.description.add(new Prose(more)));
		if (frozen.commandLine() != null) {
			this.description.add(new CodeBlock(frozen.commandLine()));
		}
		if (!frozen.filledIn().isEmpty()) {
			this.description.add(StepCard.dim("Filled in: " + String.join(", ",
					frozen.filledIn()
						.entrySet()
						.stream()
						.map((value) -> value.getKey() + " = " + value.getValue())
						.toList())));
		}
		if (frozen.why() != null) {
			this.description.add(StepCard.dim("By hand: " + frozen.why()));
		}
		if (frozen.expected() != null) {
			this.description.add(StepCard.dim("Expected, by the runbook: " + frozen.expected()));
		}
	}

	private void previous(RunSnapshot snapshot) {
		boolean over = snapshot.selected() == null && snapshot.run().state() != RunState.UNDER_WAY;
		boolean show = !over && snapshot.previous() != null && snapshot.previousReading() != null
				&& snapshot.readings().isEmpty();
		if (show) {
			StepRun step = Objects.requireNonNull(snapshot.previous());
			this.previous.show("Read in step " + snapshot.place(step) + " · " + step.shortTitle(),
					List.of(Objects.requireNonNull(snapshot.previousReading())));
		}
		else {
			this.previous.setVisible(false);
		}
	}

	/** Puts the cursor where the output is searched, if there is much of it. */
	void searchOutput() {
		this.output.search();
	}

	/** What Ctrl+Enter does now. */
	void primary() {
		if (this.card != null) {
			this.card.primary().run();
		}
	}

	/** Reads again, where the step is a reading. */
	void readAgain() {
		selected((step) -> {
			if (step.frozen().kind() == StepKind.READ) {
				this.actions.act(() -> this.actions.services().steps().readAgain(step.ref()));
			}
		});
	}

	/** Attaches a pasted output. */
	void attach() {
		this.evidence.paste();
	}

	/** Watches a reading for a time, where the step is one or a person's. */
	void watch() {
		RunSnapshot now = this.shown;
		selected((step) -> {
			boolean fits = step.frozen().kind() == StepKind.READ || step.frozen().kind() == StepKind.MANUAL;
			if (now != null && now.mayOperate() && fits && step.state().next().contains(StepState.WATCHING)) {
				WatchDialog.ask(now, step, this.actions);
			}
		});
	}

	/** Skips, where the step can be skipped. */
	void skip() {
		selected((step) -> {
			if (Skips.possible(step)) {
				Skips.ask(step, this.actions);
			}
		});
	}

	private void selected(Consumer<StepRun> work) {
		if (this.shown != null && this.shown.selected() != null) {
			work.accept(this.shown.selected());
		}
	}

}
