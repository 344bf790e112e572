package io.watchfloor.run.drill;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.FaultInjection;
import io.watchfloor.catalog.FaultInjection.Fault;
import io.watchfloor.catalog.RecoveryTarget;
import io.watchfloor.catalog.Span;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.kernel.Risk;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunEnded;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunRecords;
import io.watchfloor.run.Runs;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Scope;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Begins drills, puts right what they made go wrong, and reports. */
@Service
public class Drills {

	private static final Logger log = LoggerFactory.getLogger(Drills.class);

	private static final int TELLING_WORD = 4;

	private static final int WHOLE_TIMELINE = 10_000;

	private final Authority authority;

	private final Runs runs;

	private final RunRecords records;

	private final Catalog catalog;

	private final DrillStore store;

	private final DrillWords words;

	private final ObjectProvider<FaultInjection> injection;

	Drills(Authority authority, Runs runs, RunRecords records, Catalog catalog, DrillStore store, DrillWords words,
			ObjectProvider<FaultInjection> injection) {
		this.authority = authority;
		this.runs = runs;
		this.records = records;
		this.catalog = catalog;
		this.store = store;
		this.words = words;
		this.injection = injection;
	}

	/** What can be made to go wrong in an environment. */
	public List<Fault> faults(SystemId system, String environment) {
		this.authority.require(Permission.VIEW);
		return this.injection.stream().flatMap((each) -> each.faults(system, environment).stream()).toList();
	}

	/**
	 * Begins a drill. The fault is injected first, so that the first reading sees it.
	 * @param fault by id; null for none
	 * @throws Problem when the person may not, or the fault cannot be injected
	 */
	public RunId start(RunbookId runbook, String procedure, String environment, @Nullable String fault) {
		this.authority.require(Permission.OPERATE, new Scope(runbook.system().value(), environment, Risk.READ));
		String label = null;
		if (fault != null) {
			label = faults(runbook.system(), environment).stream()
				.filter((each) -> each.id().equals(fault))
				.map(Fault::label)
				.findFirst()
				.orElseThrow(() -> new Problem(Category.NOT_FOUND, "The fault '" + fault + "' cannot be injected in '"
						+ environment + "' now. Choose another, or none."));
			injector().inject(runbook.system(), environment, fault);
		}
		try {
			RunId run = this.runs.startDrill(runbook, procedure, environment);
			Optional<RecoveryTarget> held = recovery(runbook, procedure);
			this.store.add(new Drill(run, fault, label, null, held.map(RecoveryTarget::component).orElse(null),
					held.flatMap((target) -> Optional.ofNullable(target.time())).map(Span::longest).orElse(null), null,
					null));
			return run;
		}
		catch (RuntimeException notBegun) {
			if (fault != null) {
				injector().clear(runbook.system(), environment, fault);
			}
			throw notBegun;
		}
	}

	private FaultInjection injector() {
		return this.injection.getObject();
	}

	/** The target whose part the procedure names, if the team stated one. */
	private Optional<RecoveryTarget> recovery(RunbookId runbook, String procedure) {
		String words = (runbook.file() + " " + procedure).toLowerCase(Locale.ROOT);
		return this.catalog.system(runbook.system())
			.stream()
			.flatMap((system) -> system.standards().recovery().stream())
			.filter((target) -> target.time() != null && tellingWords(target).anyMatch(words::contains))
			.findFirst();
	}

	private static Stream<String> tellingWords(RecoveryTarget target) {
		return Arrays.stream(target.component().toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
			.filter((word) -> word.length() >= TELLING_WORD);
	}

	/** A drill's own facts; empty for a run that is none. */
	public Optional<Drill> find(RunId run) {
		this.authority.require(Permission.VIEW);
		return this.store.find(run);
	}

	/** Keeps what was hard; the latest words count. */
	public void hard(RunId run, String text) {
		Actor actor = this.words.demandOperator(run);
		if (find(run).isEmpty()) {
			throw new Problem(Category.NOT_FOUND, "Run " + run + " is no drill.");
		}
		String kept = this.words.kept(text);
		this.store.hard(run, kept, actor);
		this.words.recorded(actor, run, kept);
	}

	/** What a drill came to, so far or at its end. */
	public Optional<DrillReport> report(RunId run) {
		return find(run).flatMap((drill) -> this.runs.find(run)
			.map((walk) -> DrillReport.of(walk, drill, this.records.timeline(run, WHOLE_TIMELINE).reversed())));
	}

	/** What was made to go wrong is put right when the walk is over. */
	@EventListener
	void ended(RunEnded over) {
		Run run = over.run();
		this.store.find(run.id())
			.filter((drill) -> drill.fault() != null && drill.faultClearedAt() == null)
			.ifPresent((drill) -> clear(run, drill, String.valueOf(drill.fault())));
	}

	private void clear(Run run, Drill drill, String fault) {
		try {
			injector().clear(run.runbook().system(), run.environment(), fault);
			this.store.faultCleared(run.id(), this.words.now());
			this.words.note(run.id(), "Put right: " + drill.faultLabel());
		}
		catch (RuntimeException trouble) {
			log.warn("The fault of drill {} could not be put right; clear it on the Sandbox page", run.id(), trouble);
			this.words.note(run.id(),
					"Could not be put right: " + drill.faultLabel() + ". Clear it on the Sandbox page");
		}
	}

}
