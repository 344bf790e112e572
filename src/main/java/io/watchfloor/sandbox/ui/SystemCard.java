package io.watchfloor.sandbox.ui;

import java.util.EnumMap;
import java.util.Map;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.sandbox.Phase;
import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxSystem;
import io.watchfloor.sandbox.fault.FaultKind;
import io.watchfloor.ui.Chip;
import org.jspecify.annotations.Nullable;

/** One system: its targets, its faults, its sample data. */
class SystemCard extends Section {

	private final Sandbox sandbox;

	private final Div phase = new Div();

	private final Paragraph note = new Paragraph();

	private final TargetList targets = new TargetList();

	private final Div faults = new Div();

	private final Map<FaultKind, FaultRow> rows = new EnumMap<>(FaultKind.class);

	private final Button reset = new Button("Reset sample data");

	private @Nullable FaultKind focusWhenThere;

	SystemCard(Sandbox sandbox, SystemId id, String label) {
		this.sandbox = sandbox;
		addClassName("wf-card");
		getElement().setAttribute("aria-label", label);
		this.note.addClassName("wf-dim");
		this.reset.setEnabled(sandbox.mayUse());
		this.reset.addClickListener((click) -> ResetDialog.open(sandbox, id, label));
		Div head = new Div(new H2(label), this.phase, this.reset);
		head.addClassName("wf-row");
		this.reset.addClassName("wf-spread");
		add(head, this.note, this.targets, new H3("Faults"), this.faults);
	}

	/** Shows how the system is now; what did not change stays as it is, focus too. */
	void show(SandboxSystem system) {
		this.phase.removeAll();
		this.phase.add(chip(system));
		this.note.setText((system.trouble() != null) ? system.trouble() : note(system.phase()));
		this.note.setVisible(!this.note.getText().isEmpty());
		this.targets.show(system.targets());
		showFaults(system);
		this.reset.setVisible(system.phase() == Phase.READY);
	}

	private void showFaults(SandboxSystem system) {
		if (system.faults().isEmpty()) {
			this.faults.removeAll();
			this.rows.clear();
		}
		system.faults().forEach((fault) -> this.rows.computeIfAbsent(fault.kind(), (kind) -> {
			FaultRow row = new FaultRow(this.sandbox, system, kind);
			this.faults.add(row);
			return row;
		}).show(fault.injected()));
		FaultKind waiting = this.focusWhenThere;
		if (waiting != null && !this.rows.isEmpty()) {
			focus(waiting);
		}
	}

	/** Puts the cursor on a fault's button, at once or when it appears. */
	void focus(FaultKind kind) {
		FaultRow row = this.rows.get(kind);
		if (row == null) {
			this.focusWhenThere = kind;
			return;
		}
		this.focusWhenThere = null;
		row.ask();
	}

	private static Chip chip(SandboxSystem system) {
		return switch (system.phase()) {
			case STARTING -> new Chip(Chip.Tone.INFO, "starting…");
			case READY -> (system.injected() == 0) ? new Chip(Chip.Tone.OK, "running")
					: new Chip(Chip.Tone.WARN, "running with faults: " + system.injected());
			case FAILED -> new Chip(Chip.Tone.CRIT, "failed");
			case STOPPED -> new Chip(Chip.Tone.MUTE, "stopped");
		};
	}

	private static String note(Phase phase) {
		return switch (phase) {
			case STARTING ->
				"Its database, Redis and application are being started; the first time takes some seconds.";
			case READY, FAILED -> "";
			case STOPPED -> "It stops and starts with Watchfloor.";
		};
	}

}
