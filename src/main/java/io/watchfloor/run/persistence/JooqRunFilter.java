package io.watchfloor.run.persistence;

import io.watchfloor.run.RunFilter;
import org.jooq.Condition;
import org.jooq.impl.DSL;

import static io.watchfloor.db.schema.run.Tables.RUN_;
import static io.watchfloor.db.schema.run.Tables.TIMELINE;

/** Which runs match, as a condition. */
final class JooqRunFilter {

	private JooqRunFilter() {
	}

	static Condition condition(RunFilter filter) {
		Condition condition = DSL.noCondition();
		if (!filter.text().isEmpty()) {
			condition = condition.and(text(filter.text()));
		}
		if (!filter.system().isEmpty()) {
			condition = condition.and(RUN_.RUNBOOK_SYSTEM.eq(filter.system()));
		}
		if (!filter.environment().isEmpty()) {
			condition = condition.and(RUN_.ENVIRONMENT.eq(filter.environment()));
		}
		if (!filter.person().isEmpty()) {
			condition = condition.and(RUN_.STARTED_BY_NAME.containsIgnoreCase(filter.person())
				.or(RUN_.LEAD_NAME.containsIgnoreCase(filter.person())));
		}
		if (filter.state() != null) {
			condition = condition.and(RUN_.STATE.eq(filter.state().name()));
		}
		if (filter.from() != null) {
			condition = condition.and(RUN_.STARTED_AT.ge(filter.from()));
		}
		return condition;
	}

	private static Condition text(String text) {
		return RUN_.PROCEDURE_TITLE.containsIgnoreCase(text)
			.or(RUN_.RUNBOOK_FILE.containsIgnoreCase(text))
			.or(DSL.exists(DSL.selectOne()
				.from(TIMELINE)
				.where(TIMELINE.RUN.eq(RUN_.ID))
				.and(TIMELINE.TEXT.containsIgnoreCase(text))));
	}

}
