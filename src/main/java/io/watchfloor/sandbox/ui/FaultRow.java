package io.watchfloor.sandbox.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxSystem;
import io.watchfloor.sandbox.fault.FaultKind;
import io.watchfloor.ui.Chip;

/** One fault with its state and its button. */
class FaultRow extends Div {

	private final Sandbox sandbox;

	private final SandboxSystem system;

	private final FaultKind kind;

	private final Div state = new Div();

	private final Button button = new Button();

	private boolean injected;

	FaultRow(Sandbox sandbox, SandboxSystem system, FaultKind kind) {
		this.sandbox = sandbox;
		this.system = system;
		this.kind = kind;
		addClassName("sandbox-fault");
		this.button.setEnabled(sandbox.mayUse());
		this.button.addClickListener((click) -> press());
		add(words(), this.state, this.button);
	}

	private Div words() {
		Span name = new Span(this.kind.label());
		name.addClassName("sandbox-name");
		return new Div(new Div(name), new Div(this.kind.description()), cure());
	}

	private Div cure() {
		Div cure = new Div("Cure: " + this.kind.cure() + ". ");
		cure.addClassName("wf-dim");
		Playbooks.against(this.kind, this.system.id()).ifPresent((playbook) -> {
			Anchor link = new Anchor(playbook.location(this.system.id()), playbook.title());
			cure.add(new Span("Playbook: "), link);
		});
		return cure;
	}

	/** Shows whether it is in force. */
	void show(boolean nowInjected) {
		this.injected = nowInjected;
		this.state.removeAll();
		this.state.add(nowInjected ? new Chip(Chip.Tone.WARN, "injected") : new Chip(Chip.Tone.MUTE, "not injected"));
		String verb = nowInjected ? "Clear" : "Inject";
		this.button.setText(verb);
		this.button.setAriaLabel(verb + ": " + this.kind.label() + " (" + this.system.name() + ")");
	}

	/** Asks whether to do it now; Enter does. */
	void ask() {
		this.button.scrollIntoView();
		if (!this.sandbox.mayUse()) {
			return;
		}
		String verb = this.injected ? "Clear" : "Inject";
		ConfirmDialog dialog = new ConfirmDialog();
		dialog.setHeader(verb + ": " + this.kind.label() + " (" + this.system.name() + ")?");
		dialog.setText(this.kind.description() + " Nothing here reaches production.");
		dialog.setCancelable(true);
		dialog.setConfirmText(verb);
		dialog.addConfirmListener((confirm) -> press());
		dialog.open();
	}

	private void press() {
		boolean clearing = this.injected;
		this.button.setText(clearing ? "Clearing…" : "Injecting…");
		Background.run(() -> {
			if (clearing) {
				this.sandbox.clear(this.system.id(), this.kind);
			}
			else {
				this.sandbox.inject(this.system.id(), this.kind);
			}
		}, this.kind.label() + (clearing ? " cleared: " : " injected: ") + this.system.name(),
				() -> show(this.injected));
	}

}
