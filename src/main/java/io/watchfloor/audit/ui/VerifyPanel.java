package io.watchfloor.audit.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import io.watchfloor.audit.AuditVerification;
import io.watchfloor.audit.ChainVerdict;
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Problem;
import io.watchfloor.ui.Ago;
import io.watchfloor.ui.Chip;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;

/** Verifies the chain at a press, tells how far it is and what it found. */
class VerifyPanel extends Div {

	private final AuditVerification verification;

	private final Button button = new Button("Verify chain", (click) -> start(UI.getCurrent()));

	private final Span result = new Span();

	VerifyPanel(AuditVerification verification) {
		this.verification = verification;
		addClassName("wf-row");
		this.result.getElement().setAttribute("role", "status");
		add(this.button, this.result);
		verification.last().ifPresent(this::show);
	}

	private void start(UI ui) {
		this.button.setEnabled(false);
		say("Verifying…");
		Thread.ofVirtual().name("audit-verify").start(new DelegatingSecurityContextRunnable(() -> verify(ui)));
	}

	private void verify(UI ui) {
		try {
			ChainVerdict verdict = this.verification
				.verify((done) -> later(ui, () -> say(Counted.of(done, "record") + " verified…")));
			later(ui, () -> show(verdict));
		}
		catch (Problem problem) {
			later(ui, () -> say(String.valueOf(problem.getMessage())));
		}
		finally {
			later(ui, () -> this.button.setEnabled(true));
		}
	}

	// The person may have gone on to another page, or closed the tab
	private static void later(UI ui, Command command) {
		ui.accessLater(command::execute, () -> {
		}).run();
	}

	private void say(String text) {
		this.result.removeAll();
		this.result.add(new Span(text));
	}

	private void show(ChainVerdict verdict) {
		this.result.removeAll();
		switch (verdict) {
			case ChainVerdict.Intact intact -> this.result.add(new Chip(Chip.Tone.OK, "Intact"), new Span(
					" " + Counted.of(intact.records(), "record") + ", " + agreeing(intact.checkpoints()) + ", "),
					Ago.words(intact.at()));
			case ChainVerdict.Broken broken ->
				this.result.add(new Chip(Chip.Tone.CRIT, "Broken"), new Span(" " + broken.fault().explanation()));
		}
	}

	private static String agreeing(int checkpoints) {
		return (checkpoints == 0) ? "no signed checkpoint yet to compare with"
				: Counted.of(checkpoints, "signed checkpoint agrees", "signed checkpoints agree");
	}

}
