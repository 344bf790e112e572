package io.watchfloor.runbook.proposal.persistence;

import java.time.Instant;
import java.util.Set;

import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Actor;
import io.watchfloor.runbook.proposal.Dismissals;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

@Repository
class JooqDismissals implements Dismissals {

	private static final Table<Record> DISMISSED = table(name("runbook", "dismissed_proposal"));

	private static final Field<String> SYSTEM = field(name("system"), String.class);

	private static final Field<String> FINGERPRINT = field(name("fingerprint"), String.class);

	private static final Field<String> WHAT = field(name("what"), String.class);

	private static final Field<String> BY = field(name("dismissed_by"), String.class);

	private static final Field<Instant> AT = field(name("dismissed_at"), Instant.class);

	private final DSLContext jooq;

	JooqDismissals(DSLContext jooq) {
		this.jooq = jooq;
	}

	@Override
	public Set<String> of(SystemId system) {
		return this.jooq.select(FINGERPRINT).from(DISMISSED).where(SYSTEM.eq(system.value())).fetchSet(FINGERPRINT);
	}

	@Override
	public void add(SystemId system, String fingerprint, String what, Actor by, Instant at) {
		this.jooq.insertInto(DISMISSED)
			.set(SYSTEM, system.value())
			.set(FINGERPRINT, fingerprint)
			.set(WHAT, what)
			.set(BY, by.name())
			.set(AT, at)
			.onConflictDoNothing()
			.execute();
	}

}
