package io.watchfloor.catalog.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.catalog.connection.Attempt;
import io.watchfloor.catalog.connection.Connections;
import io.watchfloor.ui.Background;
import io.watchfloor.ui.Chip;

/** What was tried of a target, how long each stage took, and where it ended. */
class ConnectionDialog extends Dialog {

	private final transient Connections connections;

	private final TargetId target;

	private final Div attempts = new Div();

	private final Button again = new Button("Test again", (click) -> run());

	ConnectionDialog(TargetId target, Connections connections) {
		this.connections = connections;
		this.target = target;
		setHeaderTitle("Connection to " + target.name() + " of " + target.environment());
		setWidth("min(640px, 96vw)");
		this.attempts.addClassName("systems-attempts");
		this.attempts.getElement().setAttribute("role", "log");
		add(this.attempts);
		Button close = new Button("Close", (click) -> close());
		close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
		getFooter().add(this.again, close);
		run();
		close.focus();
	}

	private void run() {
		UI ui = UI.getCurrent();
		this.attempts.removeAll();
		this.again.setEnabled(false);
		Span working = new Span("Trying…");
		this.attempts.add(working);
		Background.run(() -> {
			this.connections.test(this.target, (attempt) -> {
				var _ = ui.access(
						() -> this.attempts.addComponentAtIndex(this.attempts.getComponentCount() - 1, row(attempt)));
			});
			return "";
		}, (ended) -> {
		}, () -> {
			this.attempts.remove(working);
			this.again.setEnabled(true);
		});
	}

	private static Div row(Attempt attempt) {
		Span stage = new Span(attempt.stage().label());
		stage.addClassName("systems-stage");
		Span took = new Span(attempt.took().isZero() ? "" : Math.max(1, attempt.took().toMillis()) + " ms");
		took.addClassName("wf-dim");
		Span detail = new Span(attempt.detail());
		detail.addClassName("systems-detail");
		Chip chip = switch (attempt.result()) {
			case WORKS -> new Chip(Chip.Tone.OK, "works");
			case FAILS -> new Chip(Chip.Tone.CRIT, "fails");
			case NOT_TRIED -> new Chip(Chip.Tone.MUTE, "not tried");
		};
		Div row = new Div(stage, chip, detail, took);
		row.addClassName("systems-attempt");
		return row;
	}

}
