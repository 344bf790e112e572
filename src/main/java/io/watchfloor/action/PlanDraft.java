package io.watchfloor.action;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** A plan in the making: says one thing at a time, in the words of {@link Plan}. */
public final class PlanDraft {

	private static final int MOST_SAMPLES = 20;

	private final List<Plan.Call> calls = new ArrayList<>();

	private final List<Plan.Change> changes = new ArrayList<>();

	private final List<String> effects = new ArrayList<>();

	private final List<Plan.Warning> warnings = new ArrayList<>();

	private final List<String> samples = new ArrayList<>();

	private final SortedMap<String, String> markers = new TreeMap<>();

	private String undo = "None.";

	private Plan.DoneWhen doneWhen = Plan.DoneWhen.untold("a person has looked");

	/** Adds a call. */
	public PlanDraft call(String text) {
		this.calls.add(new Plan.Call(text));
		return this;
	}

	/** Adds a property with its value now and after. */
	public PlanDraft change(String property, @Nullable String now, @Nullable String after) {
		this.changes.add(new Plan.Change(property, now, after));
		return this;
	}

	/** Adds what else is affected, once. */
	public PlanDraft effect(String text) {
		if (!this.effects.contains(text)) {
			this.effects.add(text);
		}
		return this;
	}

	/** Adds a warning. */
	public PlanDraft warn(String text) {
		this.warnings.add(new Plan.Warning(false, text));
		return this;
	}

	/** Adds a warning of something grave. */
	public PlanDraft danger(String text) {
		this.warnings.add(new Plan.Warning(true, text));
		return this;
	}

	/** Adds a warning that stands already. */
	public PlanDraft warning(Plan.Warning warning) {
		this.warnings.add(warning);
		return this;
	}

	/** Adds a sample of what is touched; what is more than twenty is left out. */
	public PlanDraft sample(String text) {
		if (this.samples.size() < MOST_SAMPLES) {
			this.samples.add(text);
		}
		return this;
	}

	/** Adds a marker: when it differs at the execution, the plan is stale. */
	public PlanDraft mark(String name, String value) {
		this.markers.put(name, value);
		return this;
	}

	/** Says how it is put back, or why it cannot be. */
	public PlanDraft undo(String text) {
		this.undo = text;
		return this;
	}

	/** Done as soon as a condition holds in time. */
	public PlanDraft doneWhen(String condition, Duration within) {
		return doneWhen(condition, Duration.ZERO, within);
	}

	/** Done when a condition holds for so long, in time. */
	public PlanDraft doneWhen(String condition, Duration holdFor, Duration within) {
		this.doneWhen = new Plan.DoneWhen(condition, holdFor, within);
		return this;
	}

	/** Nothing tells whether it is done; a person looks. */
	public PlanDraft untold(String look) {
		this.doneWhen = Plan.DoneWhen.untold(look);
		return this;
	}

	/**
	 * Looks at something beside; when it cannot be read the plan says so and goes on.
	 * @param what was looked for: "auto-scaling"
	 */
	public PlanDraft aside(String what, Consumer<PlanDraft> look) {
		try {
			look.accept(this);
		}
		catch (Problem problem) {
			warn("Could not look at " + what + ": " + problem.getMessage());
		}
		return this;
	}

	/** The plan, as of when its state was read. */
	public Plan plan(Instant readAt) {
		return new Plan(this.calls, this.changes, this.effects, this.warnings, this.samples, this.undo, this.doneWhen,
				this.markers, readAt);
	}

}
