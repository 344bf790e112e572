package io.watchfloor.schedule.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.watchfloor.db.schema.schedule.tables.records.MissedRecord;
import io.watchfloor.schedule.Missed;
import io.watchfloor.schedule.MissedStore;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.schedule.Tables.LIFE;
import static io.watchfloor.db.schema.schedule.Tables.MISSED;
import static io.watchfloor.db.schema.schedule.Tables.SCHEDULED_TASKS;

/** Missed schedules and lives as rows. */
@Repository
class JooqMissed implements MissedStore {

	private final DSLContext dsl;

	JooqMissed(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public void add(Missed missed) {
		this.dsl.insertInto(MISSED)
			.set(MISSED.WORK, missed.work())
			.set(MISSED.FIRST_DUE, missed.firstDue())
			.set(MISSED.LAST_DUE, missed.lastDue())
			.set(MISSED.TIMES, missed.times())
			.set(MISSED.REASON, missed.reason())
			.set(MISSED.NOTICED_AT, missed.noticedAt())
			.execute();
	}

	@Override
	public List<Missed> newest(int limit) {
		return this.dsl.selectFrom(MISSED)
			.orderBy(MISSED.NOTICED_AT.desc(), MISSED.N.desc())
			.limit(limit)
			.fetch(JooqMissed::missed);
	}

	@Override
	public void record(Consumer<Missed> taker) {
		this.dsl.transaction((work) -> {
			for (MissedRecord row : work.dsl()
				.selectFrom(MISSED)
				.where(MISSED.RECORDED.isFalse())
				.orderBy(MISSED.N)
				.forUpdate()
				.skipLocked()
				.fetch()) {
				taker.accept(missed(row));
				work.dsl().update(MISSED).set(MISSED.RECORDED, true).where(MISSED.N.eq(row.getN())).execute();
			}
		});
	}

	private static Missed missed(MissedRecord row) {
		return new Missed(row.getWork(), row.getFirstDue(), row.getLastDue(), row.getTimes(), row.getReason(),
				row.getNoticedAt());
	}

	@Override
	public boolean claimed(String work, String node, long version) {
		return this.dsl.fetchExists(SCHEDULED_TASKS,
				SCHEDULED_TASKS.TASK_NAME.eq(work)
					.and(SCHEDULED_TASKS.PICKED)
					.and(SCHEDULED_TASKS.PICKED_BY.eq(node))
					.and(SCHEDULED_TASKS.VERSION.eq(version)));
	}

	@Override
	public void alive(String node, Instant startedAt, Instant now) {
		this.dsl.insertInto(LIFE)
			.set(LIFE.NODE, node)
			.set(LIFE.STARTED_AT, startedAt)
			.set(LIFE.SEEN_AT, now)
			.onConflict(LIFE.NODE)
			.doUpdate()
			.set(LIFE.SEEN_AT, now)
			.execute();
	}

	@Override
	public boolean livedAt(Instant then) {
		return this.dsl.fetchExists(LIFE, LIFE.STARTED_AT.le(then).and(LIFE.SEEN_AT.ge(then)));
	}

	@Override
	public Optional<Instant> seenBefore(Instant then) {
		return Optional.ofNullable(
				this.dsl.select(DSL.max(LIFE.SEEN_AT)).from(LIFE).where(LIFE.SEEN_AT.lt(then)).fetchSingle().value1());
	}

	@Override
	public void forgetLives(Instant before) {
		this.dsl.deleteFrom(LIFE).where(LIFE.SEEN_AT.lt(before)).execute();
	}

}
