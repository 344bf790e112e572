package io.watchfloor.action;

import java.util.List;

import io.watchfloor.catalog.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Hides secrets in everything that a connector shows (law 7). Markers stay as they are:
 * they are digests, counts and ids, and undo relies on them.
 */
class Redaction {

	private final Secrets secrets;

	Redaction(Secrets secrets) {
		this.secrets = secrets;
	}

	Reading of(Reading reading) {
		return new Reading(reading.known(), text(reading.summary()), reading.value(), reading.unit(),
				table(reading.table()), optional(reading.text()), text(reading.source()), reading.at(),
				reading.judgement());
	}

	private Reading.@Nullable Table table(Reading.@Nullable Table table) {
		return (table != null) ? new Reading.Table(table.columns(), table.rows().stream().map(this::all).toList())
				: null;
	}

	Plan of(Plan plan) {
		return new Plan(plan.calls().stream().map((call) -> new Plan.Call(text(call.text()))).toList(), plan.changes()
			.stream()
			.map((change) -> new Plan.Change(text(change.property()), optional(change.now()), optional(change.after())))
			.toList(), all(plan.effects()),
				plan.warnings()
					.stream()
					.map((warning) -> new Plan.Warning(warning.grave(), text(warning.text())))
					.toList(),
				all(plan.samples()), text(plan.undo()), plan.doneWhen(), plan.markers(), plan.readAt());
	}

	private List<String> all(List<String> texts) {
		return texts.stream().map(this::text).toList();
	}

	private @Nullable String optional(@Nullable String text) {
		return (text != null) ? text(text) : null;
	}

	private String text(String text) {
		return this.secrets.redact(text);
	}

}
