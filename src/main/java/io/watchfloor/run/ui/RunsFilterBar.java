package io.watchfloor.run.ui;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.run.RunFilter;
import io.watchfloor.run.RunState;
import org.jspecify.annotations.Nullable;

/** Chooses which runs are listed. */
final class RunsFilterBar extends Div {

	private final TextField text = new TextField();

	private final Select<OperatedSystem> system = new Select<>();

	private final Select<String> environment = new Select<>();

	private final TextField person = new TextField();

	private final Select<RunState> state = new Select<>();

	private final DatePicker from = new DatePicker();

	private final List<OperatedSystem> systems;

	private boolean showing;

	RunsFilterBar(Collection<OperatedSystem> systems, Consumer<RunFilter> then) {
		this.systems = List.copyOf(systems);
		addClassNames("wf-row", "run-filter");
		named(this.text, "Search in titles and timelines");
		named(this.person, "Person");
		choice(this.system, "Every system", this.systems);
		this.system.setItemLabelGenerator((one) -> (one != null) ? one.name() : "Every system");
		choice(this.environment, "Every environment",
				this.systems.stream()
					.flatMap((one) -> one.environments().stream())
					.map((one) -> one.name())
					.distinct()
					.toList());
		choice(this.state, "Every state", List.of(RunState.values()));
		this.state.setItemLabelGenerator((one) -> (one != null) ? StepLook.chip(one).getText() : "Every state");
		this.from.setPlaceholder("Since");
		this.from.setAriaLabel("Since");
		this.from.setClearButtonVisible(true);
		List.<HasValue<?, ?>>of(this.text, this.system, this.environment, this.person, this.state, this.from)
			.forEach((field) -> field.addValueChangeListener((change) -> {
				if (!this.showing) {
					then.accept(filter());
				}
			}));
		add(this.text, this.system, this.environment, this.state, this.person, this.from);
	}

	private static void named(TextField field, String name) {
		field.setPlaceholder(name);
		field.setAriaLabel(name);
		field.setClearButtonVisible(true);
		field.setValueChangeMode(ValueChangeMode.LAZY);
	}

	private static <T> void choice(Select<T> select, String any, List<T> items) {
		select.setItems(items);
		select.setEmptySelectionAllowed(true);
		select.setEmptySelectionCaption(any);
		select.setPlaceholder(any);
		select.setAriaLabel(any);
	}

	/** Shows what the address says. */
	void show(RunFilter filter) {
		this.showing = true;
		this.text.setValue(filter.text());
		this.person.setValue(filter.person());
		this.system.setValue(this.systems.stream()
			.filter((one) -> one.id().value().equals(filter.system()))
			.findFirst()
			.orElse(null));
		this.environment.setValue(filter.environment().isEmpty() ? null : filter.environment());
		this.state.setValue(filter.state());
		this.from.setValue((filter.from() != null) ? LocalDate.ofInstant(filter.from(), ZoneOffset.UTC) : null);
		this.showing = false;
	}

	private RunFilter filter() {
		OperatedSystem chosen = this.system.getValue();
		LocalDate since = this.from.getValue();
		return new RunFilter(this.text.getValue(), (chosen != null) ? chosen.id().value() : "",
				orEmpty(this.environment.getValue()), this.person.getValue(), this.state.getValue(),
				(since != null) ? since.atStartOfDay(ZoneOffset.UTC).toInstant() : null);
	}

	private static String orEmpty(@Nullable String value) {
		return (value != null) ? value : "";
	}

	void focusSearch() {
		this.text.focus();
	}

}
