package io.watchfloor.run.drill;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.kernel.Counted;
import io.watchfloor.run.RunState;
import io.watchfloor.run.RunSummary;
import io.watchfloor.run.drill.DrillStore.Ended;
import io.watchfloor.runbook.Exercises;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.Step;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Says how fresh procedures are, from the runs that ended and the catalog as it is. */
@Component
class ProcedureExercises implements Exercises {

	private static final Period USUAL = Period.ofDays(90);

	private final Authority authority;

	private final DrillStore store;

	private final Catalog catalog;

	private final Clock clock;

	ProcedureExercises(Authority authority, DrillStore store, Catalog catalog, Clock clock) {
		this.authority = authority;
		this.store = store;
		this.catalog = catalog;
		this.clock = clock;
	}

	@Override
	public Map<String, Freshness> of(Runbook book) {
		this.authority.require(Permission.VIEW);
		Duration limit = limit(book.id().system());
		Map<String, Ended> ended = this.store.lastEnded(book.id());
		Map<String, Freshness> fresh = new LinkedHashMap<>();
		book.procedures()
			.forEach((procedure) -> fresh.put(procedure.slug(),
					freshness(procedure, ended.get(procedure.slug()), limit)));
		return fresh;
	}

	private Freshness freshness(Procedure procedure, @Nullable Ended ended, Duration limit) {
		if (ended == null) {
			return new Freshness(null, limit, true, List.of());
		}
		RunSummary run = ended.run();
		Instant end = Objects.requireNonNullElse(run.endedAt(), run.startedAt());
		Last last = new Last(end, run.startedBy().name(), run.environment(), run.drill(),
				run.state() == RunState.FINISHED, Duration.between(run.startedAt(), end), "runs/" + run.id());
		return new Freshness(last, limit, end.plus(limit).isBefore(this.clock.instant()), broken(procedure, ended));
	}

	private List<String> broken(Procedure procedure, Ended ended) {
		List<String> broken = new ArrayList<>();
		ended.targets()
			.stream()
			.map(TargetId::parse)
			.filter((target) -> this.catalog.target(target).isEmpty())
			.map((target) -> "The target " + target + " is no longer in the catalog.")
			.forEach(broken::add);
		List<String> now = procedure.steps().stream().map(Step::key).toList();
		if (!now.equals(ended.steps())) {
			long other = now.stream().filter((key) -> !ended.steps().contains(key)).count();
			long gone = ended.steps().stream().filter((key) -> !now.contains(key)).count();
			broken.add("The runbook changed since: " + Counted.of(other, "step is", "steps are") + " new or reworded, "
					+ Counted.of(gone, "step is", "steps are") + " gone.");
		}
		return broken;
	}

	/** A schedule of the team's whose task speaks of drills says how often. */
	private Duration limit(SystemId system) {
		Period every = this.catalog.system(system)
			.stream()
			.flatMap((found) -> found.standards().schedules().stream())
			.filter((schedule) -> schedule.task().toLowerCase(Locale.ROOT).contains("drill"))
			.map((schedule) -> schedule.every())
			.findFirst()
			.orElse(USUAL);
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		return Duration.between(today.minus(every).atStartOfDay(), today.atStartOfDay());
	}

}
