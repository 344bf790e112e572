package io.watchfloor.run.persistence;

import java.time.Instant;
import java.util.List;

import io.watchfloor.run.Planned;
import io.watchfloor.run.RunId;
import io.watchfloor.run.StepKind;
import io.watchfloor.run.StepOutcome;
import io.watchfloor.run.StepRun;
import org.jooq.DSLContext;

import static io.watchfloor.db.schema.run.Tables.ATTEMPT;

/**
 * Earlier goes at changes. One is kept when its plan makes room for another: what it
 * changed must be found, and put back, later too.
 */
final class JooqAttempts {

	private JooqAttempts() {
	}

	static void keep(DSLContext dsl, StepRun before, StepRun after) {
		boolean changed = before.frozen().kind() == StepKind.CHANGE && before.outcome() != null
				&& before.outcome().kind() != StepOutcome.Kind.REFUSED && before.planned() != null;
		boolean replaced = after.planned() == null
				|| (before.planned() != null && !before.planned().at().equals(after.planned().at()));
		if (!changed || !replaced) {
			return;
		}
		Planned planned = before.planned();
		Instant at = (before.startedAt() != null) ? before.startedAt() : (planned != null) ? planned.at() : null;
		if (at == null) {
			return;
		}
		dsl.insertInto(ATTEMPT)
			.set(ATTEMPT.RUN, before.ref().run().value())
			.set(ATTEMPT.STEP_KEY, before.key())
			.set(ATTEMPT.ATTEMPT_, before.attempt())
			.set(ATTEMPT.AT, at)
			.set(ATTEMPT.DOCUMENT, Documents.write(before))
			.onConflictDoNothing()
			.execute();
	}

	static List<StepRun> of(DSLContext dsl, RunId run) {
		return dsl.selectFrom(ATTEMPT)
			.where(ATTEMPT.RUN.eq(run.value()))
			.orderBy(ATTEMPT.AT, ATTEMPT.STEP_KEY)
			.fetch((row) -> Documents.read(row.getDocument(), StepRun.class));
	}

}
