package io.watchfloor.action.compose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

import io.watchfloor.action.Plan;
import org.jspecify.annotations.Nullable;

/** A plan while it is put together. */
final class ComposeDraft {

	private final List<Plan.Change> changes = new ArrayList<>();

	private final List<String> effects = new ArrayList<>();

	private final List<Plan.Warning> warnings = new ArrayList<>();

	private final List<String> samples = new ArrayList<>();

	private final SortedMap<String, String> markers;

	private String undo = "None.";

	private Plan.DoneWhen doneWhen = new Plan.DoneWhen("it is so", Duration.ZERO, Duration.ofMinutes(2));

	ComposeDraft(ComposeState state) {
		this.markers = state.markers();
	}

	void change(String what, @Nullable String now, @Nullable String after) {
		this.changes.add(new Plan.Change(what, now, after));
	}

	void effect(String text) {
		this.effects.add(text);
	}

	void warn(boolean grave, String text) {
		this.warnings.add(new Plan.Warning(grave, text));
	}

	void sample(String text) {
		this.samples.add(text);
	}

	void marker(String name, String value) {
		this.markers.put(name, value);
	}

	void undo(String text) {
		this.undo = text;
	}

	void doneWhen(String condition, Duration holdFor, Duration within) {
		this.doneWhen = new Plan.DoneWhen(condition, holdFor, within);
	}

	Plan plan(Plan.Call call, Instant at) {
		return new Plan(List.of(call), this.changes, this.effects, this.warnings,
				this.samples.stream().limit(20).toList(), this.undo, this.doneWhen, this.markers, at);
	}

}
