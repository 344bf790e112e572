package io.watchfloor.run.persistence;

import java.util.List;

import io.watchfloor.db.schema.run.tables.records.TimelineRecord;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunRecords.NumberedEntry;
import io.watchfloor.run.TimelineEntry;
import org.jooq.DSLContext;

import static io.watchfloor.db.schema.run.Tables.TIMELINE;

/** The timeline's rows. */
final class JooqTimeline {

	private JooqTimeline() {
	}

	static void add(DSLContext dsl, RunId run, TimelineEntry entry) {
		dsl.insertInto(TIMELINE)
			.set(TIMELINE.RUN, run.value())
			.set(TIMELINE.AT, entry.at())
			.set(TIMELINE.ACTOR, entry.actor().id())
			.set(TIMELINE.ACTOR_NAME, entry.actor().name())
			.set(TIMELINE.KIND, entry.kind().name())
			.set(TIMELINE.STEP_KEY, entry.stepKey())
			.set(TIMELINE.TEXT, entry.text())
			.execute();
	}

	static List<TimelineEntry> newest(DSLContext dsl, RunId run, int limit) {
		return dsl.selectFrom(TIMELINE)
			.where(TIMELINE.RUN.eq(run.value()))
			.orderBy(TIMELINE.N.desc())
			.limit(limit)
			.fetch(JooqTimeline::entry);
	}

	static List<NumberedEntry> after(DSLContext dsl, RunId run, long after, int limit) {
		return dsl.selectFrom(TIMELINE)
			.where(TIMELINE.RUN.eq(run.value()))
			.and(TIMELINE.N.gt(after))
			.orderBy(TIMELINE.N)
			.limit(limit)
			.fetch((row) -> new NumberedEntry(row.getN(), entry(row)));
	}

	private static TimelineEntry entry(TimelineRecord row) {
		return new TimelineEntry(row.getAt(), new Actor(row.getActor(), row.getActorName()),
				TimelineEntry.Kind.valueOf(row.getKind()), row.getStepKey(), row.getText());
	}

}
