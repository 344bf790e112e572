package io.watchfloor.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.catalog.Environment;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.kernel.Risk;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.Runbooks;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Scope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Walks through procedures: starts, finds and ends them. */
@Service
public class Runs {

	private final Authority authority;

	private final Permits permits;

	private final Runbooks runbooks;

	private final Freezing freezing;

	private final Targets targets;

	private final RunStore store;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Advance advance;

	private final Redaction redaction;

	private final ApplicationEventPublisher events;

	Runs(Authority authority, Permits permits, Runbooks runbooks, Freezing freezing, Targets targets, RunStore store,
			StepLedger ledger, AuditTrail trail, Advance advance, Redaction redaction,
			ApplicationEventPublisher events) {
		this.authority = authority;
		this.permits = permits;
		this.runbooks = runbooks;
		this.freezing = freezing;
		this.targets = targets;
		this.store = store;
		this.ledger = ledger;
		this.trail = trail;
		this.advance = advance;
		this.redaction = redaction;
		this.events = events;
	}

	/**
	 * Begins a walk with the procedure as it stands now.
	 * @throws Problem when the person may not, or the runbook, procedure or environment
	 * does not exist
	 */
	public RunId start(RunbookId id, String procedureSlug, String environmentName) {
		return start(id, procedureSlug, environmentName, false);
	}

	/**
	 * Begins a drill: the same walk, of which nothing is sent that changes anything.
	 * @throws Problem as above
	 */
	public RunId startDrill(RunbookId id, String procedureSlug, String environmentName) {
		return start(id, procedureSlug, environmentName, true);
	}

	private RunId start(RunbookId id, String procedureSlug, String environmentName, boolean drill) {
		Actor actor = this.authority.require(Permission.OPERATE,
				new Scope(id.system().value(), environmentName, Risk.READ));
		Runbook runbook = this.runbooks.find(id)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no runbook " + id + " (any more)."));
		Procedure procedure = runbook.procedure(procedureSlug)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "Runbook " + id + " has no procedure '" + procedureSlug
					+ "' (any more). Open the runbook and choose another."));
		Environment environment = this.targets.environment(id.system(), environmentName);
		RunId run = RunId.next(this.ledger.now());
		Run walk = new Run(run, id, runbook.version(), procedureSlug, procedure.title(), environment.name(),
				environment.production(), actor, this.ledger.now(), RunState.UNDER_WAY, null, Conduct.begun(actor),
				drill, this.freezing.steps(run, procedure, environment));
		this.store.add(walk, this.ledger.entry(actor, Kind.STARTED, null,
				(drill ? "Started a drill of " : "Started ") + procedure.title() + " in " + environment.name()));
		this.trail.record(actor, "run.started", walk, "SUCCEEDED", null, Map.of());
		this.ledger.changed(run);
		this.advance.reach(run);
		return run;
	}

	/** Finds a walk with its steps. */
	public Optional<Run> find(RunId id) {
		this.authority.require(Permission.VIEW);
		return this.store.find(id);
	}

	/** Whether the caller may act in a walk. */
	public boolean mayOperate(RunId id) {
		return this.permits.mayOperate(id);
	}

	/** Walks, newest first. */
	public List<RunSummary> newest(int offset, int limit) {
		this.authority.require(Permission.VIEW);
		return this.store.newest(offset, limit);
	}

	/** Walks that match, newest first. */
	public List<RunSummary> matching(RunFilter filter, int offset, int limit) {
		this.authority.require(Permission.VIEW);
		return this.store.matching(filter, offset, limit);
	}

	/** How many walks match. */
	public int count(RunFilter filter) {
		this.authority.require(Permission.VIEW);
		return this.store.count(filter);
	}

	/** Walks under way whose procedure or system matches, newest first. */
	public List<RunSummary> underWay(String typed, int limit) {
		this.authority.require(Permission.VIEW);
		return this.store.underWay(typed, limit);
	}

	/** How many walks there are. */
	public int count() {
		this.authority.require(Permission.VIEW);
		return this.store.count();
	}

	/**
	 * Ends a walk whose steps are all done or skipped.
	 * @throws Problem when steps remain
	 */
	public void finish(RunId id, String note) {
		Actor actor = this.permits.operate(id);
		Run run = require(id);
		if (!run.remaining().isEmpty()) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"These steps remain: " + titles(run.remaining()) + ". Do them, skip them, or abort the run.");
		}
		long skipped = run.steps().stream().filter((step) -> step.state() == StepState.SKIPPED).count();
		long done = run.steps().stream().filter((step) -> step.state() == StepState.DONE).count();
		String text = "Finished: " + done + " done, " + skipped + " skipped"
				+ (note.isBlank() ? "" : ". " + this.redaction.typed(note));
		end(run, RunState.FINISHED, actor, text, "run.finished", this.redaction.typed(note));
	}

	/** Stops a walk; what is under way ends by itself and is recorded. */
	public void abort(RunId id, String reason) {
		Actor actor = this.permits.operate(id);
		if (reason.isBlank()) {
			throw new Problem(Category.REFUSED_BY_POLICY, "Say why the run is aborted.");
		}
		String why = this.redaction.typed(reason);
		Run run = require(id);
		String remaining = run.remaining().isEmpty() ? "nothing" : titles(run.remaining());
		end(run, RunState.ABORTED, actor, "Aborted: " + why + ". Not done: " + remaining, "run.aborted", why);
		run.steps()
			.stream()
			.filter((step) -> step.state() == StepState.EXECUTING)
			.forEach((step) -> this.ledger.requestCancel(step.ref()));
	}

	private void end(Run run, RunState state, Actor actor, String text, String action, String reason) {
		if (!this.store.end(run.id(), state, this.ledger.now(), this.ledger.entry(actor, Kind.ENDED, null, text))) {
			throw new Problem(Category.STALE, "This run is already over.");
		}
		this.trail.record(actor, action, run, "SUCCEEDED", reason.isEmpty() ? null : reason, Map.of("summary", text));
		this.ledger.changed(run.id());
		this.events.publishEvent(new RunEnded(run));
	}

	private Run require(RunId id) {
		return this.store.find(id).orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + id + "."));
	}

	private static String titles(List<StepRun> steps) {
		return String.join(", ", steps.stream().map(StepRun::shortTitle).toList());
	}

}
