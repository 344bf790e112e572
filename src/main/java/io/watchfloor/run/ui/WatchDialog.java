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
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
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

	private final IntegerField minutes = new IntegerField("For how many minutes");

	private final IntegerField seconds = new IntegerField("Read every so many seconds");

	private final Select<Limit.Comparison> side = new Select<>();

	private final NumberField number = new NumberField("Figure");

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
		this.minutes.setValue((int) Math.max(1, terms.length().toMinutes()));
		this.seconds.setValue((int) terms.every().toSeconds());
		this.side.setLabel("Fine while the figure is");
		this.side.setItems(Limit.Comparison.values());
		this.side.setItemLabelGenerator((one) -> (one != null) ? one.words() : "what is expected (no limit)");
		this.side.setEmptySelectionAllowed(true);
		this.side.setEmptySelectionCaption("what is expected (no limit)");
		limit.ifPresent((given) -> {
			this.side.setValue(given.comparison());
			this.number.setValue(given.number());
		});
		Div line = StepCard.row(this.minutes, this.seconds, this.side, this.number);
		line.addClassName("run-watch-form");
		add(new Paragraph("It reads by itself, and stops the walk when a reading is not fine or no data comes."),
				this.source, line);
		Button begin = new Button("Watch", (click) -> begin());
		begin.addThemeVariants(ButtonVariant.PRIMARY);
		begin.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
		getFooter().add(new Button("Cancel", (click) -> close()), begin);
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
		Integer length = this.minutes.getValue();
		Integer every = this.seconds.getValue();
		Duration pause = Duration.ofSeconds((every != null) ? every : 0);
		return new WatchTerms(Duration.ofMinutes((length != null) ? length : 0), pause, pause.multipliedBy(3), limit());
	}

	private @Nullable Limit limit() {
		Limit.Comparison comparison = this.side.getValue();
		Double figure = this.number.getValue();
		return (comparison != null && figure != null) ? new Limit(comparison, figure, this.unit) : null;
	}

	/** Opens the dialog where there is something to watch. */
	static void ask(RunSnapshot snapshot, StepRun step, RunActions actions) {
		new WatchDialog(step, actions.services().walk().watchings().sources(snapshot.run(), step), actions).open();
	}

}
