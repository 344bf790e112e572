package io.watchfloor.runbook.proposal.persistence;

import java.time.Instant;
import java.util.Set;

import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Actor;
import io.watchfloor.runbook.proposal.Dismissals;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.runbook.Tables.DISMISSED_PROPOSAL;

@Repository
class JooqDismissals implements Dismissals {

	private final DSLContext jooq;

	JooqDismissals(DSLContext jooq) {
		this.jooq = jooq;
	}

	@Override
	public Set<String> of(SystemId system) {
		return this.jooq.select(DISMISSED_PROPOSAL.FINGERPRINT)
			.from(DISMISSED_PROPOSAL)
			.where(DISMISSED_PROPOSAL.SYSTEM.eq(system.value()))
			.fetchSet(DISMISSED_PROPOSAL.FINGERPRINT);
	}

	@Override
	public void add(SystemId system, String fingerprint, String what, Actor by, Instant at) {
		this.jooq.insertInto(DISMISSED_PROPOSAL)
			.set(DISMISSED_PROPOSAL.SYSTEM, system.value())
			.set(DISMISSED_PROPOSAL.FINGERPRINT, fingerprint)
			.set(DISMISSED_PROPOSAL.WHAT, what)
			.set(DISMISSED_PROPOSAL.DISMISSED_BY, by.name())
			.set(DISMISSED_PROPOSAL.DISMISSED_AT, at)
			.onConflictDoNothing()
			.execute();
	}

}
