package io.watchfloor.run;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.springframework.stereotype.Service;

/** Lets a person watch something for a time: a reading that is repeated by itself. */
@Service
public class Watchings {

	private static final int MOST_READINGS = 1_000;

	private final Authority authority;

	private final Permits permits;

	private final RunStore runs;

	private final WatchingStore store;

	private final WatchStarter starter;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Redaction redaction;

	Watchings(Authority authority, Permits permits, RunStore runs, WatchingStore store, WatchStarter starter,
			StepLedger ledger, AuditTrail trail, Redaction redaction) {
		this.authority = authority;
		this.permits = permits;
		this.runs = runs;
		this.store = store;
		this.starter = starter;
		this.ledger = ledger;
		this.trail = trail;
		this.redaction = redaction;
	}

	/** The readings of a walk that a step can watch, those that fit its words first. */
	public List<StepRun> sources(Run run, StepRun step) {
		this.authority.require(Permission.VIEW);
		Set<String> words = Stems.of(step.title() + " " + step.frozen().text());
		return run.steps()
			.stream()
			.filter((other) -> other.frozen().kind() == StepKind.READ && other.frozen().open() == null
					&& other.target() != null)
			.sorted(Comparator.comparing((StepRun other) -> !other.ref().equals(step.ref()))
				.thenComparing((other) -> -Stems.common(words, Stems.of(other.title()))))
			.toList();
	}

	/**
	 * Begins to watch.
	 * @param ref the step that wants it
	 * @param source the key of the reading that is repeated
	 * @throws Problem when the step is past this, or the reading does not exist
	 */
	public void begin(StepRef ref, String source, WatchTerms terms) {
		Actor actor = this.permits.operate(ref);
		StepRun step = this.ledger.requireUnderWay(ref);
		Run run = this.runs.find(ref.run()).orElseThrow();
		StepRun read = sources(run, step).stream()
			.filter((other) -> other.key().equals(source))
			.findFirst()
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "Choose a reading of this run to watch."));
		boolean change = step.frozen().kind() == StepKind.CHANGE || step.frozen().kind() == StepKind.DECISION;
		if (change || !step.state().next().contains(StepState.WATCHING)) {
			throw new Problem(Category.STALE, "'" + step.shortTitle() + "' cannot be watched now.");
		}
		this.starter.begin(step, read, terms, actor);
	}

	/** Ends it before its time; the step is the person's again. */
	public void stop(StepRef ref, String reason) {
		Actor actor = this.permits.operate(ref);
		if (reason.isBlank()) {
			throw new Problem(Category.REFUSED_BY_POLICY, "Say why it is watched no longer.");
		}
		String why = this.redaction.typed(reason);
		StepRun step = this.ledger.require(ref);
		Watching watching = latest(ref).filter((one) -> one.state() == Watching.State.UNDER_WAY)
			.orElseThrow(() -> new Problem(Category.STALE, "'" + step.shortTitle() + "' is not being watched."));
		if (this.store.save(watching.ended(Watching.State.STOPPED)).isEmpty()) {
			throw new Problem(Category.STALE, "It was read in this moment. Try again.");
		}
		StepRun stopped = this.ledger.save(step, step.to(StepState.READY).message("Watched no longer: " + why),
				this.ledger.entry(actor, Kind.WATCHED, step, "Watches " + step.shortTitle() + " no longer: " + why));
		this.trail.record(actor, "watch.ended", stopped, "UNKNOWN", why, Map.of());
	}

	/** The newest watching of a step. */
	public Optional<Watching> latest(StepRef step) {
		this.authority.require(Permission.VIEW);
		return this.store.latest(step);
	}

	/** What it read, oldest first. */
	public List<Watched> readings(Watching watching) {
		this.authority.require(Permission.VIEW);
		return this.store.readings(watching, MOST_READINGS);
	}

}
