package io.watchfloor.run;

import java.util.LinkedHashMap;
import java.util.Map;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.db.StoreStatus;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes what runs do to the audit log. */
@Component
class AuditTrail {

	private static final Logger log = LoggerFactory.getLogger(AuditTrail.class);

	private final AuditLog audit;

	private final StoreStatus store;

	private final RunJournal journal;

	private final RunStore runs;

	AuditTrail(AuditLog audit, StoreStatus store, RunJournal journal, RunStore runs) {
		this.audit = audit;
		this.store = store;
		this.journal = journal;
		this.runs = runs;
	}

	/** What keeps a change from being recorded now, if anything does (law 1). */
	@Nullable String hindrance() {
		if (!this.store.available()) {
			return this.store.trouble().orElse("The store does not answer.");
		}
		if (!this.audit.writable()) {
			return "The audit log cannot be written, so nothing that changes anything starts. Reading goes on.";
		}
		return null;
	}

	/** Refuses when a change could not be recorded. */
	void requireWritable() {
		String hindrance = hindrance();
		if (hindrance != null) {
			throw new Problem(Category.UNREACHABLE, hindrance);
		}
	}

	/**
	 * Records an intent durably; only when this returns may anything be sent (law 1).
	 * @throws Problem when the log cannot be written
	 */
	void intend(StepRun step) {
		Confirmation confirmation = step.requiredConfirmation();
		this.audit.append(entry(confirmation.by(), "step.intended", step, "INTENDED", confirmation.reason(), Map.of()));
	}

	/**
	 * Records durably what is about to be done.
	 * @throws Problem when the log cannot be written
	 */
	void demand(Actor actor, String action, StepRun step, String reason, Map<String, String> facts) {
		this.audit.append(entry(actor, action, step, "INTENDED", reason, facts));
	}

	/** Records what already happened; kept and appended later when the log is down. */
	void record(Actor actor, String action, StepRun step, String result, @Nullable String reason,
			Map<String, String> facts) {
		append(entry(actor, action, step, result, reason, facts));
	}

	/** As above, for a whole run. */
	void record(Actor actor, String action, Run run, String result, @Nullable String reason,
			Map<String, String> facts) {
		Map<String, String> details = new LinkedHashMap<>(facts);
		details.put("run", run.id().toString());
		if (run.drill()) {
			details.put("drill", "true");
		}
		details.put("runbook", run.runbook() + " " + run.version());
		details.put("procedure", run.procedure());
		append(new AuditEntry(actor, action, run.runbook().system() + "/" + run.environment(), null, reason, result,
				details));
	}

	/** Appends what had to wait. */
	void drain() {
		while (this.audit.writable() && this.journal.drainAuditDue(this.audit::append)) {
			log.info("Appended an audit entry that had to wait");
		}
	}

	/** As {@link #drain}, now; what the log does not take waits for the next beat. */
	void drainSoon() {
		try {
			drain();
		}
		catch (Problem notNow) {
			log.warn("The audit log cannot take what happened now; kept for later: {}", notNow.getMessage());
		}
	}

	private void append(AuditEntry entry) {
		try {
			this.audit.append(entry);
		}
		catch (Problem notNow) {
			log.warn("The audit log cannot take {} now; kept for later: {}", entry.action(), notNow.getMessage());
			this.journal.addAuditDue(entry);
		}
	}

	/** What the log shall hold, for whoever writes it down together with a step. */
	AuditEntry entry(Actor actor, String action, StepRun step, String result, @Nullable String reason,
			Map<String, String> facts) {
		Map<String, String> details = new LinkedHashMap<>(facts);
		details.put("run", step.ref().run().toString());
		if (this.runs.drill(step.ref().run())) {
			details.put("drill", "true");
		}
		details.put("step", step.key());
		details.put("title", step.title());
		details.put("attempt", Integer.toString(step.attempt()));
		Confirmation confirmation = step.confirmation();
		if (confirmation != null && confirmation.approvedBy() != null) {
			details.put("approvedBy", confirmation.approvedBy().name());
		}
		String target = (step.target() != null) ? step.target().toString() : step.title();
		String fingerprint = (step.planned() != null) ? step.planned().fingerprint() : null;
		return new AuditEntry(actor, action, target, fingerprint, blankToNull(reason), result, details);
	}

	private static @Nullable String blankToNull(@Nullable String text) {
		return (text == null || text.isBlank()) ? null : text;
	}

}
