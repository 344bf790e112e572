package io.watchfloor.run;

import java.util.Map;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Pauses and resumes a walk, and hands it over to another person. */
@Service
public class RunConduct {

	private final Permits permits;

	private final RunStore runs;

	private final ConductStore store;

	private final StepLedger ledger;

	private final AuditTrail trail;

	private final Advance advance;

	private final Redaction redaction;

	RunConduct(Permits permits, RunStore runs, ConductStore store, StepLedger ledger, AuditTrail trail, Advance advance,
			Redaction redaction) {
		this.permits = permits;
		this.runs = runs;
		this.store = store;
		this.ledger = ledger;
		this.trail = trail;
		this.advance = advance;
		this.redaction = redaction;
	}

	/**
	 * Lets a walk stand still: nothing is read or previewed by itself, nothing can be
	 * confirmed. What is under way ends and is recorded.
	 * @throws Problem when it stands still already or is over
	 */
	public void pause(RunId id, String reason) {
		Actor actor = this.permits.operate(id);
		String why = reason(reason, "Say why the run is paused.");
		Pause pause = new Pause(actor, this.ledger.now(), why);
		demand(this.store.pause(id, pause, entry(actor, Kind.PAUSED, "Paused: " + why)));
		recorded(actor, "run.paused", id, why, Map.of());
	}

	/** Lets a walk go on. */
	public void resume(RunId id) {
		Actor actor = this.permits.operate(id);
		demand(this.store.resume(id, entry(actor, Kind.PAUSED, "Goes on")));
		recorded(actor, "run.resumed", id, null, Map.of());
		this.advance.reach(id);
	}

	/**
	 * The lead asks somebody to go on.
	 * @param to whom; null for anybody who may operate
	 * @throws Problem when somebody else leads
	 */
	public void offer(RunId id, @Nullable Actor to) {
		Actor actor = this.permits.operate(id);
		if (to != null && to.id().equals(actor.id())) {
			throw new Problem(Category.REFUSED_BY_POLICY, "You lead this run already. Ask another person.");
		}
		String whom = (to != null) ? to.name() : "anybody who may operate";
		demand(this.store.offer(id, new Handover(to, actor, this.ledger.now()),
				entry(actor, Kind.LEAD, "Asks " + whom + " to go on")));
		recorded(actor, "run.handover-asked", id, null, Map.of("to", whom));
	}

	/** Withdraws what was asked, or declines it. */
	public void decline(RunId id) {
		Actor actor = this.permits.operate(id);
		Handover asked = asked(id);
		boolean own = asked.by().id().equals(actor.id());
		if (!own && !asked.asks(actor.id())) {
			throw new Problem(Category.REFUSED_BY_POLICY, "You are not asked to take this run over.");
		}
		String said = own ? "Leads on, nobody took over" : "Does not take over from " + asked.by().name();
		demand(this.store.withdraw(id, entry(actor, Kind.LEAD, said)));
		recorded(actor, "run.handover-declined", id, null, Map.of());
	}

	/** Takes over what one was asked to. */
	public void accept(RunId id) {
		Actor actor = this.permits.operate(id);
		Handover asked = asked(id);
		if (!asked.asks(actor.id())) {
			throw new Problem(Category.REFUSED_BY_POLICY, "You are not asked to take this run over.");
		}
		demand(this.store.lead(id, asked.by(), actor,
				entry(actor, Kind.LEAD, "Leads on, handed over by " + asked.by().name())));
		recorded(actor, "run.handed-over", id, null, Map.of("from", asked.by().name()));
	}

	/** Takes a walk over without being asked; the reason goes to the audit log. */
	public void takeOver(RunId id, String reason) {
		Actor actor = this.permits.operate(id);
		String why = reason(reason, "Say why you take this run over.");
		Actor before = require(id).conduct().lead();
		if (before.id().equals(actor.id())) {
			throw new Problem(Category.STALE, "You lead this run already.");
		}
		demand(this.store.lead(id, before, actor,
				entry(actor, Kind.LEAD, "Takes over from " + before.name() + ": " + why)));
		recorded(actor, "run.taken-over", id, why, Map.of("from", before.name()));
	}

	private Handover asked(RunId id) {
		Handover asked = require(id).conduct().handover();
		if (asked == null) {
			throw new Problem(Category.STALE, "Nobody is asked to take this run over any more.");
		}
		return asked;
	}

	private Run require(RunId id) {
		return this.runs.find(id).orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + id + "."));
	}

	private String reason(String reason, String otherwise) {
		if (reason.isBlank()) {
			throw new Problem(Category.REFUSED_BY_POLICY, otherwise);
		}
		return this.redaction.typed(reason);
	}

	private TimelineEntry entry(Actor actor, Kind kind, String text) {
		return this.ledger.entry(actor, kind, null, text);
	}

	private static void demand(boolean written) {
		if (!written) {
			throw new Problem(Category.STALE,
					"Somebody was faster, or the run is over. Look at who leads it and whether it is paused.");
		}
	}

	private void recorded(Actor actor, String action, RunId id, @Nullable String reason, Map<String, String> facts) {
		this.trail.record(actor, action, require(id), "SUCCEEDED", reason, facts);
		this.ledger.changed(id);
	}

}
