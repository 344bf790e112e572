package io.watchfloor.run.ui;

import java.util.List;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.action.Plan;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunState;
import io.watchfloor.run.UndoCard;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;
import org.jspecify.annotations.Nullable;

/** At the end of a walk: everything that it changed, the last first, and the way back. */
final class UndoPanel extends Redrawn {

	private final RunActions actions;

	private Runnable leave = () -> {
	};

	UndoPanel(RunActions actions) {
		this.actions = actions;
		addClassName("run-undos");
	}

	/** What happens when a person goes to put something back. */
	void onPutBack(Runnable work) {
		this.leave = work;
	}

	void show(Run run, List<UndoCard> undos, boolean mayOperate) {
		setVisible(!undos.isEmpty());
		boolean open = mayOperate && run.state() == RunState.UNDER_WAY && !run.paused();
		if (!isVisible() || !begins(List.of(undos, open))) {
			return;
		}
		add(new H3("What this run changed, and how to put it back"),
				StepCard.dim("The last change first: put back in this order. Each is previewed and confirmed again."));
		undos.forEach((undo) -> add(card(undo, open)));
	}

	private StepCard card(UndoCard undo, boolean open) {
		StepCard card = new StepCard();
		String go = (undo.attempt() > 1) ? " (go " + undo.attempt() + ")" : "";
		String target = (undo.target() != null) ? undo.target().name() : "";
		Span where = new Span(target);
		where.addClassName("wf-dim");
		Span title = new Span(undo.title() + go);
		title.addClassName("run-strong");
		Div head = StepCard.row(title, where, chip(undo.state()));
		if (undo.at() != null) {
			Ago at = Ago.words(undo.at());
			Span when = new Span((undo.by() != null) ? undo.by().name() + " " : "");
			when.add(at);
			when.addClassNames("wf-dim", "wf-spread");
			head.add(when);
		}
		card.add(head);
		if (!undo.changes().isEmpty()) {
			card.add(changes(undo.changes()));
		}
		card.add(StepCard.dim("To put it back: " + undo.how()));
		if (open && undo.state() == UndoCard.State.STANDS) {
			card.add(StepCard.row(StepCard.button("Put it back…", () -> putBack(undo))));
		}
		return card;
	}

	private void putBack(UndoCard undo) {
		this.leave.run();
		this.actions.go(() -> this.actions.services().walk().undos().putBack(undo.step(), undo.attempt()));
	}

	private static NativeTable changes(List<Plan.Change> changes) {
		NativeTableBody body = new NativeTableBody();
		changes.forEach((change) -> body.add(Cells.row(change.property(), shown(change.now()), shown(change.after()))));
		NativeTable table = new NativeTable();
		table.addClassName("wf-table");
		table.add(new NativeTableHeader(Cells.headings("Property", "Was", "Became")), body);
		return table;
	}

	private static String shown(@Nullable String value) {
		return (value != null) ? value : "(none)";
	}

	private static Chip chip(UndoCard.State state) {
		return switch (state) {
			case STANDS -> new Chip(Chip.Tone.INFO, "Stands");
			case WAITS -> new Chip(Chip.Tone.WARN, "Being put back");
			case PUT_BACK -> new Chip(Chip.Tone.OK, "Put back");
			case STAYS -> new Chip(Chip.Tone.MUTE, "Cannot be put back by itself");
		};
	}

}
