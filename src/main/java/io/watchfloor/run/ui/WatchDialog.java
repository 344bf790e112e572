package io.watchfloor.run.ui;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.watchfloor.kernel.Problem;
import io.watchfloor.run.Limit;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.WatchTerms;
import io.watchfloor.run.WatchWords;
import io.watchfloor.ui.Cursor;
import io.watchfloor.ui.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Asks what to watch, for how long, and what is fine; what the runbook says is filled in.
 */
final class WatchDialog extends Dialog {

	private final Select<StepRun> source = new Select<>();

	private final TextField minutes = new TextField("For how many minutes");

	private final TextField seconds = new TextField("Read every so many seconds");

	private final Select<Limit.Comparison> side = new Select<>();

	private final TextField number = new TextField("Figure");

	private final String unit;

	private final StepRun step;

	private final RunActions actions;

	WatchDialog(StepRun step, List<StepRun> sources, RunActions actions) {
		this.step = step;
		this.actions = actions;
		setHeaderTitle("Watch “" + step.shortTitle() + "”");
		setWidth("min(520px, 94vw)");
		Optional<Limit> limit = WatchWords.limit(step.frozen());
		WatchTerms terms = WatchTerms.of(WatchWords.length(step.frozen()).orElse(Duration.ofMinutes(10)), null);
		this.unit = limit.map(Limit::unit).orElse("");
		this.source.setLabel("Reading");
		this.source.setItems(sources);
		this.source.setItemLabelGenerator(StepRun::shortTitle);
		this.source.setWidthFull();
		this.source.setValue(sources.isEmpty() ? null : sources.getFirst());
		this.minutes.setValue(Long.toString(Math.max(1, terms.length().toMinutes())));
		this.seconds.setValue(Long.toString(terms.every().toSeconds()));
		this.side.setLabel("Fine while the figure is");
		this.side.setItems(Limit.Comparison.values());
		this.side.setItemLabelGenerator((one) -> (one != null) ? one.words() : "what is expected (no limit)");
		this.side.setEmptySelectionAllowed(true);
		this.side.setEmptySelectionCaption("what is expected (no limit)");
		limit.ifPresent((given) -> {
			this.side.setValue(given.comparison());
			this.number.setValue(Double.toString(given.number()));
		});
		Div line = StepCard.row(this.minutes, this.seconds, this.side, this.number);
		line.addClassName("run-watch-form");
		add(new Paragraph("It reads by itself, and stops the walk when a reading is not fine or no data comes."),
				this.source, line);
		Button begin = new Button("Watch", (click) -> begin());
		begin.addThemeVariants(ButtonVariant.PRIMARY);
		begin.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
		getFooter().add(new Button("Cancel", (click) -> close()), begin);
		List.of(this.minutes, this.seconds, this.number).forEach((field) -> field.setAllowedCharPattern("[0-9.,]"));
		Cursor.on(this.minutes);
	}

	private void begin() {
		StepRun read = this.source.getValue();
		if (read == null) {
			this.source.setErrorMessage("This run has no reading that could be repeated.");
			this.source.setInvalid(true);
			return;
		}
		try {
			WatchTerms terms = terms();
			close();
			this.actions
				.act(() -> this.actions.services().walk().watchings().begin(this.step.ref(), read.key(), terms));
		}
		catch (Problem problem) {
			Notices.problem(problem);
		}
	}

	private WatchTerms terms() {
		Duration pause = Duration.ofSeconds((long) figure(this.seconds));
		return new WatchTerms(Duration.ofSeconds((long) (60 * figure(this.minutes))), pause, pause.multipliedBy(3),
				limit());
	}

	/** What is no number is none at all, and refused as such. */
	private static double figure(TextField field) {
		String text = field.getValue().strip().replace(',', '.');
		return text.matches("\\d{1,9}(\\.\\d{1,6})?") ? Double.parseDouble(text) : 0;
	}

	private @Nullable Limit limit() {
		Limit.Comparison comparison = this.side.getValue();
		return (comparison != null && !this.number.isEmpty()) ? new Limit(comparison, figure(this.number), this.unit)
				: null;
	}

	/** Opens the dialog where there is something to watch. */
	static void ask(RunSnapshot snapshot, StepRun step, RunActions actions) {
		new WatchDialog(step, actions.services().walk().watchings().sources(snapshot.run(), step), actions).open();
	}

}
