package io.watchfloor.action.kubernetes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.Plan;

/** A plan in the making, with the calls as they will be sent. */
final class Draft {

	static final Duration AT_ONCE = Duration.ofSeconds(30);

	static final Duration ROLL_OUT = Duration.ofMinutes(10);

	private static final int MOST_SAMPLES = 20;

	private final List<ApiCall> calls = new ArrayList<>();

	private final List<Plan.Change> changes = new ArrayList<>();

	private final List<String> effects = new ArrayList<>();

	private final List<Plan.Warning> warnings = new ArrayList<>();

	private final List<String> samples = new ArrayList<>();

	private final SortedMap<String, String> markers = new TreeMap<>();

	private String undo = "";

	private Plan.DoneWhen doneWhen = new Plan.DoneWhen("the cluster has taken it", Duration.ZERO, AT_ONCE);

	Draft call(ApiCall call) {
		this.calls.add(call);
		return this;
	}

	Draft change(Plan.Change change) {
		this.changes.add(change);
		return this;
	}

	Draft effect(String effect) {
		if (!this.effects.contains(effect)) {
			this.effects.add(effect);
		}
		return this;
	}

	/** Something grave. */
	Draft danger(String text) {
		return warning(new Plan.Warning(true, text));
	}

	Draft warn(String text) {
		return warning(new Plan.Warning(false, text));
	}

	private Draft warning(Plan.Warning warning) {
		if (!this.warnings.contains(warning)) {
			this.warnings.add(warning);
		}
		return this;
	}

	Draft sample(String sample) {
		if (this.samples.size() < MOST_SAMPLES) {
			this.samples.add(sample);
		}
		return this;
	}

	Draft mark(String name, String value) {
		this.markers.put(name, value);
		return this;
	}

	Draft undo(String text) {
		this.undo = text;
		return this;
	}

	Draft done(String condition, Duration holdFor, Duration within) {
		this.doneWhen = new Plan.DoneWhen(condition, holdFor, within);
		return this;
	}

	List<ApiCall> calls() {
		return this.calls;
	}

	SortedMap<String, String> markers() {
		return this.markers;
	}

	Plan plan(Instant readAt) {
		return new Plan(this.calls.stream().map(ApiCall::planned).toList(), this.changes, this.effects, this.warnings,
				this.samples, this.undo, this.doneWhen, this.markers, readAt);
	}

}
