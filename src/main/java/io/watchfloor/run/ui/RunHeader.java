package io.watchfloor.run.ui;

import java.util.ArrayList;
import java.util.List;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.kernel.AddressPart;
import io.watchfloor.run.InputLine;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunState;
import io.watchfloor.run.UndoCard;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;

/** What is walked, where, and by whom. */
final class RunHeader extends Redrawn {

	private final RunActions actions;

	private boolean mayNote;

	RunHeader(RunActions actions) {
		this.actions = actions;
		addClassName("wf-header");
	}

	void show(Run run, boolean mayOperate) {
		if (!begins(List.of(run.id(), run.state(), mayOperate))) {
			return;
		}
		String system = this.actions.services().systems().name(run.runbook().system());
		Span version = new Span(new Anchor(procedure(run), run.runbook().file()), new Span(" v " + run.version()));
		version.addClassName("wf-dim");
		Span who = new Span(run.startedBy().name() + ", ");
		who.add(Ago.words(run.startedAt()));
		who.addClassNames("wf-dim", "wf-spread");
		add(new H1(run.title()));
		if (run.drill()) {
			add(DrillBar.chip());
		}
		add(StepLook.chip(run.state()), environment(run.environment(), run.production()),
				new Anchor("systems/" + run.runbook().system(), system), version, who);
		this.mayNote = mayOperate && run.state() == RunState.UNDER_WAY;
		if (this.mayNote) {
			add(new Button("Skip several…", (click) -> skipSeveral(run)), new Button("Note…", (click) -> note(run)),
					new Button("Abort…", (click) -> abort(run)));
		}
	}

	/** The page of the procedure as the document has it now. */
	static String procedure(Run run) {
		String file = AddressPart.of(run.runbook().file());
		return "runbooks/" + run.runbook().system() + "/" + file + "/" + AddressPart.of(run.procedure());
	}

	/** Production is loud. */
	static Chip environment(String name, boolean production) {
		return new Chip(production ? Chip.Tone.CRIT : Chip.Tone.MUTE, name);
	}

	void note(Run run) {
		if (!this.mayNote) {
			return;
		}
		Ask.words("Note", "What happened or was seen", "Add",
				(text) -> this.actions.act(() -> this.actions.services().records().note(run.id(), text)));
	}

	private void abort(Run run) {
		List<UndoCard> undos = new ArrayList<>();
		this.actions
			.load(() -> undos.addAll(this.actions.services().walk().undos().of(run.id())),
					() -> new AbortDialog(run, undos,
							(why) -> this.actions.act(() -> this.actions.services().runs().abort(run.id(), why)))
						.open());
	}

	/** What the key does: the way back from everything, at any time. */
	void changes(Run run) {
		List<UndoCard> undos = new ArrayList<>();
		this.actions.load(() -> undos.addAll(this.actions.services().walk().undos().of(run.id())), () -> {
			UndoPanel panel = new UndoPanel(this.actions);
			panel.show(run, undos, this.mayNote);
			Dialog dialog = new Dialog(undos.isEmpty() ? new Span("Nothing was changed yet.") : panel);
			dialog.setHeaderTitle("What this run changed");
			dialog.setWidth("min(720px, 94vw)");
			panel.onPutBack(dialog::close);
			dialog.getFooter().add(new Button("Close", (click) -> dialog.close()));
			dialog.open();
		});
	}

	/** What the key does. */
	void skipSeveral(Run run) {
		if (this.mayNote) {
			SkipDialog.ask(run, this.actions);
		}
	}

	/** What the key does. */
	void inputs(Run run, List<InputLine> lines) {
		if (!lines.isEmpty()) {
			new InputsDialog(run.id(), lines, this.mayNote, this.actions).open();
		}
	}

}
