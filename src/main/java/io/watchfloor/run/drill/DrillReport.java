package io.watchfloor.run.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.Run;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.run.TimelineEntry;

/**
 * What was done when in a drill, and what came of it.
 *
 * @param run the walk
 * @param drill its own facts
 * @param lines one for each step, in the procedure's order
 * @param findings what was not as it should be, and what the console or people noted
 * @param people who took part
 * @param took from the beginning to the end; absent while it is under way
 */
public record DrillReport(Run run, Drill drill, List<Line> lines, List<String> findings, List<String> people,
		Optional<Duration> took) {

	static DrillReport of(Run run, Drill drill, List<TimelineEntry> timeline) {
		return new DrillReport(run, drill, lines(run), findings(run, timeline),
				timeline.stream()
					.map(TimelineEntry::actor)
					.filter((actor) -> !actor.equals(Actor.SYSTEM))
					.map(Actor::name)
					.distinct()
					.toList(),
				Optional.ofNullable(run.endedAt()).map((end) -> Duration.between(run.startedAt(), end)));
	}

	/**
	 * Whether it stayed within the recovery target; empty without one or before the end.
	 */
	public Optional<Boolean> inTime() {
		Duration within = this.drill.within();
		return (within == null) ? Optional.empty() : this.took.map((time) -> time.compareTo(within) <= 0);
	}

	/** A step's time runs from when the one before was settled. */
	private static List<Line> lines(Run run) {
		Map<String, Duration> times = new HashMap<>();
		Instant from = run.startedAt();
		for (StepRun step : run.steps()
			.stream()
			.filter((each) -> each.endedAt() != null)
			.sorted(Comparator.comparing((each) -> Objects.requireNonNull(each.endedAt())))
			.toList()) {
			Instant end = Objects.requireNonNull(step.endedAt());
			times.put(step.key(), Duration.between(from, end));
			from = end;
		}
		return run.steps().stream().map((step) -> new Line(step, Optional.ofNullable(times.get(step.key())))).toList();
	}

	private static List<String> findings(Run run, List<TimelineEntry> timeline) {
		List<String> findings = new ArrayList<>();
		run.steps().forEach((step) -> {
			String said = (step.message() != null) ? ": " + step.message() : "";
			if (step.judgement() == Judgement.NOT_AS_EXPECTED) {
				findings.add(step.shortTitle() + " was not as expected" + said);
			}
			if (step.state() == StepState.NO_DATA || step.state() == StepState.FAILED) {
				findings.add(step.shortTitle() + " brought nothing" + said);
			}
			if (step.state() == StepState.SKIPPED) {
				findings.add(step.shortTitle() + " was skipped" + ((step.note() != null) ? ": " + step.note() : ""));
			}
			if (step.state() == StepState.READY && step.message() != null) {
				findings.add(step.shortTitle() + said);
			}
		});
		timeline.stream()
			.filter((entry) -> entry.kind() == TimelineEntry.Kind.NOTE && !entry.actor().equals(Actor.SYSTEM)
					&& entry.stepKey() == null && !entry.text().startsWith("What was hard: "))
			.forEach((entry) -> findings.add(entry.text() + " (" + entry.actor().name() + ")"));
		return findings;
	}

	/**
	 * One step.
	 *
	 * @param step as it stands
	 * @param took from when the step before was settled; absent while it is not
	 */
	public record Line(StepRun step, Optional<Duration> took) {
	}

}
