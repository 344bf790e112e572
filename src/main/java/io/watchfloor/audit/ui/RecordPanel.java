package io.watchfloor.audit.ui;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.audit.AuditRecord;
import io.watchfloor.ui.Ago;
import org.jspecify.annotations.Nullable;

/** One record with everything it holds. */
class RecordPanel extends Div {

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS")
		.withZone(ZoneOffset.UTC);

	RecordPanel() {
		addClassNames("wf-card", "audit-record");
		getElement().setAttribute("aria-live", "polite");
		setVisible(false);
	}

	/** Shows the record, or nothing without one. */
	void show(@Nullable AuditRecord record) {
		removeAll();
		setVisible(record != null);
		if (record != null) {
			fill(record);
		}
	}

	private void fill(AuditRecord record) {
		DescriptionList fields = new DescriptionList();
		field(fields, "Time", new Span(Ago.moment(record.recordedAt()), utc(record.recordedAt())));
		field(fields, "Who", new Span(record.actor().name() + " · " + record.actor().id()));
		field(fields, "Action", new Span(record.action()));
		field(fields, "Target", new Span(record.target()));
		field(fields, "Result", ResultChip.of(record.result()));
		field(fields, "Reason", new Span(orDash(record.reason())));
		field(fields, "Plan", code(orDash(record.planFingerprint())));
		new TreeMap<>(record.details()).entrySet().forEach((detail) -> field(fields, detail.getKey(), detail(detail)));
		field(fields, "Previous hash", code(record.previousHash()));
		field(fields, "Hash", code(record.hash()));
		add(new H2("Record " + record.sequence()), fields);
	}

	private static Component utc(Instant instant) {
		Div exact = new Div(UTC.format(instant) + " UTC");
		exact.addClassName("wf-dim");
		return exact;
	}

	private static Component detail(Map.Entry<String, String> detail) {
		return detail.getKey().equals("run") ? new Anchor("runs/" + detail.getValue(), detail.getValue())
				: new Span(detail.getValue());
	}

	private static void field(DescriptionList fields, String name, Component value) {
		fields.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
	}

	private static Span code(String text) {
		Span span = new Span(text);
		span.addClassName("audit-hash");
		return span;
	}

	private static String orDash(@Nullable String text) {
		return (text != null) ? text : "–";
	}

}
