package io.watchfloor.audit.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.watchfloor.audit.AuditFilter;
import org.jspecify.annotations.Nullable;

/** Search and filters; days are UTC days, the last one included. */
class FilterBar extends Div {

	private final TextField text = new TextField("Search");

	private final ComboBox<String> action = new ComboBox<>("Action");

	private final ComboBox<String> result = new ComboBox<>("Result", "INTENDED", "SUCCEEDED", "FAILED", "REFUSED",
			"UNKNOWN");

	private final DatePicker from = new DatePicker("From (UTC day)");

	private final DatePicker until = new DatePicker("To (UTC day)");

	private boolean quiet;

	FilterBar(Runnable changed) {
		addClassNames("wf-row", "audit-filter");
		this.text.setPlaceholder("who, action, target, reason");
		this.text.setValueChangeMode(ValueChangeMode.LAZY);
		this.text.setClearButtonVisible(true);
		this.action.setClearButtonVisible(true);
		this.result.setClearButtonVisible(true);
		this.from.setClearButtonVisible(true);
		this.until.setClearButtonVisible(true);
		add(this.text, this.action, this.result, this.from, this.until);
		this.text.addValueChangeListener((event) -> tell(changed));
		this.action.addValueChangeListener((event) -> tell(changed));
		this.result.addValueChangeListener((event) -> tell(changed));
		this.from.addValueChangeListener((event) -> tell(changed));
		this.until.addValueChangeListener((event) -> tell(changed));
	}

	private void tell(Runnable changed) {
		if (!this.quiet) {
			changed.run();
		}
	}

	void actions(List<String> actions) {
		this.action.setItems(actions);
	}

	void focusSearch() {
		this.text.focus();
	}

	/** What is set. */
	AuditFilter filter() {
		return new AuditFilter(this.text.getValue(), orBlank(this.action.getValue()), orBlank(this.result.getValue()),
				start(this.from.getValue(), 0), start(this.until.getValue(), 1));
	}

	/** Shows a filter that came from the address. */
	void show(AuditFilter filter) {
		this.quiet = true;
		this.text.setValue(filter.text());
		this.action.setValue(filter.action().isEmpty() ? null : filter.action());
		this.result.setValue(filter.result().isEmpty() ? null : filter.result());
		this.from.setValue(day(filter.from(), 0));
		this.until.setValue(day(filter.until(), 1));
		this.quiet = false;
	}

	private static String orBlank(@Nullable String value) {
		return (value != null) ? value : "";
	}

	private static @Nullable Instant start(@Nullable LocalDate day, int later) {
		return (day != null) ? day.plusDays(later).atStartOfDay(ZoneOffset.UTC).toInstant() : null;
	}

	private static @Nullable LocalDate day(@Nullable Instant start, int later) {
		return (start != null) ? start.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(later) : null;
	}

}
