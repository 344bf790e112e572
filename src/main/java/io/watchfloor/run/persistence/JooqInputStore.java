package io.watchfloor.run.persistence;

import java.util.Map;

import io.watchfloor.run.InputStore;
import io.watchfloor.run.RunId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.RUN_INPUT;

/** What was filled in, as rows. */
@Repository
class JooqInputStore implements InputStore {

	private final DSLContext dsl;

	JooqInputStore(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public Map<String, String> of(RunId run) {
		return this.dsl.selectFrom(RUN_INPUT)
			.where(RUN_INPUT.RUN.eq(run.value()))
			.fetchMap(RUN_INPUT.NAME, RUN_INPUT.VALUE);
	}

	@Override
	public void keep(RunId run, Map<String, String> values) {
		values.forEach((name, value) -> this.dsl.insertInto(RUN_INPUT)
			.set(RUN_INPUT.RUN, run.value())
			.set(RUN_INPUT.NAME, name)
			.set(RUN_INPUT.VALUE, value)
			.onConflict(RUN_INPUT.RUN, RUN_INPUT.NAME)
			.doUpdate()
			.set(RUN_INPUT.VALUE, value)
			.execute());
	}

}
