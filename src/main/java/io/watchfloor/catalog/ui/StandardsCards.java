package io.watchfloor.catalog.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.catalog.Limit;
import io.watchfloor.catalog.OperatedSystem;
import io.watchfloor.catalog.Origin;
import io.watchfloor.catalog.Standards;
import io.watchfloor.catalog.Threshold;
import io.watchfloor.ui.Chip;
import org.jspecify.annotations.Nullable;

/** Severities, contacts, thresholds, schedules and recovery targets, a card each. */
class StandardsCards extends Div {

	StandardsCards(OperatedSystem system) {
		addClassName("wf-column");
		Standards standards = system.standards();
		add(card("Contacts", system.contacts().isEmpty(), contacts(system)),
				card("Severities", system.severities().isEmpty(), severities(system)),
				card("Thresholds", standards.thresholds().isEmpty(), thresholds(standards)),
				card("Schedules", standards.schedules().isEmpty(), schedules(standards)),
				card("Recovery targets", standards.recovery().isEmpty(), recovery(standards)));
	}

	private static Div card(String title, boolean empty, Component content) {
		Div card = new Div(new H2(title));
		card.addClassNames("wf-card", "wf-column");
		Paragraph none = new Paragraph("Nothing written down yet. Add it to the system's system.yaml.");
		none.addClassName("wf-dim");
		card.add(empty ? none : content);
		return card;
	}

	private static Component contacts(OperatedSystem system) {
		FactTable table = new FactTable("Contacts", "Role", "Who", "Reach");
		system.contacts()
			.forEach((contact) -> table.row(contact.role(), contact.name(),
					(contact.reach() != null) ? contact.reach() : new Chip(Chip.Tone.WARN, "Not filled in")));
		return table;
	}

	private static Component severities(OperatedSystem system) {
		FactTable table = new FactTable("Severities", "Severity", "Rank", "Applies when", "Respond within",
				"Who joins");
		system.severities()
			.forEach((severity) -> table.row(severity.label(), severity.rank(), severity.meaning(),
					Words.clock(severity.respondWithin()), Words.or(severity.escalation())));
		return table;
	}

	private static Component thresholds(Standards standards) {
		FactTable table = new FactTable("Thresholds", "Figure", "Warning", "Critical", "For", "Stated in");
		standards.thresholds()
			.forEach((threshold) -> table.row(threshold.metric(), limit(threshold, threshold.warning()),
					limit(threshold, threshold.critical()), Words.duration(threshold.sustained()),
					origin(threshold.origin())));
		return table;
	}

	private static String limit(Threshold threshold, @Nullable Limit limit) {
		return (limit != null) ? (limit + " " + threshold.unit()).strip() : "none";
	}

	private static Component schedules(Standards standards) {
		FactTable table = new FactTable("Schedules", "Task", "When", "Takes", "Stated in");
		standards.schedules()
			.forEach((schedule) -> table.row(schedule.task(), Words.when(schedule), Words.span(schedule.takes()),
					origin(schedule.origin())));
		return table;
	}

	private static Component recovery(Standards standards) {
		FactTable table = new FactTable("Recovery targets", "Part", "Works again within (RTO)", "Loses at most (RPO)",
				"Note", "Stated in");
		standards.recovery()
			.forEach(
					(target) -> table.row(target.component(), Words.span(target.time()), Words.duration(target.point()),
							(target.note() != null) ? target.note() : "", origin(target.origin())));
		return table;
	}

	private static Component origin(@Nullable Origin origin) {
		Span span = new Span((origin != null) ? origin.document() + ", line " + origin.line() : Words.NOT_STATED);
		span.addClassName("wf-dim");
		return span;
	}

}
