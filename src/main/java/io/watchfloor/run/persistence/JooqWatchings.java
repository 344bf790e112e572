package io.watchfloor.run.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.watchfloor.db.schema.run.tables.records.WatchingRecord;
import io.watchfloor.run.RunId;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.WatchTerms;
import io.watchfloor.run.Watched;
import io.watchfloor.run.Watching;
import io.watchfloor.run.WatchingStore;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.WATCHED;
import static io.watchfloor.db.schema.run.Tables.WATCHING;

/** What is being watched, as rows. */
@Repository
class JooqWatchings implements WatchingStore {

	/** Further ahead than anybody leases or pauses: the clock was set back since. */
	private static final Duration FAR = Duration.ofHours(25);

	private final DSLContext dsl;

	JooqWatchings(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public void add(Watching watching) {
		WatchingRecord row = new WatchingRecord();
		row.setRun(watching.step().run().value());
		row.setStepKey(watching.step().key());
		row.setAttempt(watching.attempt());
		row.setSourceKey(watching.source().key());
		row.setDocument(Documents.write(watching.terms()));
		row.setState(watching.state().name());
		row.setBeganAt(watching.beganAt());
		row.setEndsAt(watching.endsAt());
		row.setDueAt(watching.dueAt());
		row.setVersion(watching.version());
		this.dsl.insertInto(WATCHING).set(row).execute();
	}

	@Override
	public void remove(Watching watching) {
		this.dsl.deleteFrom(WATCHING).where(is(watching)).execute();
	}

	@Override
	public Optional<Watching> latest(StepRef step) {
		return this.dsl.selectFrom(WATCHING)
			.where(WATCHING.RUN.eq(step.run().value()))
			.and(WATCHING.STEP_KEY.eq(step.key()))
			.orderBy(WATCHING.ATTEMPT.desc())
			.limit(1)
			.fetchOptional(JooqWatchings::watching);
	}

	@Override
	public List<Watching> due(Instant now) {
		return this.dsl.selectFrom(WATCHING)
			.where(WATCHING.STATE.eq(Watching.State.UNDER_WAY.name()))
			.and(WATCHING.DUE_AT.le(now).or(WATCHING.DUE_AT.gt(now.plus(FAR))))
			.fetch(JooqWatchings::watching);
	}

	@Override
	public Optional<Watching> save(Watching watching) {
		return this.dsl.update(WATCHING)
			.set(WATCHING.STATE, watching.state().name())
			.set(WATCHING.DUE_AT, watching.dueAt())
			.set(WATCHING.VERSION, watching.version() + 1)
			.where(is(watching))
			.and(WATCHING.VERSION.eq(watching.version()))
			.and(WATCHING.STATE.eq(Watching.State.UNDER_WAY.name()))
			.returning()
			.fetchOptional(JooqWatchings::watching);
	}

	@Override
	public void add(Watching watching, Watched watched) {
		this.dsl.insertInto(WATCHED)
			.set(WATCHED.RUN, watching.step().run().value())
			.set(WATCHED.STEP_KEY, watching.step().key())
			.set(WATCHED.ATTEMPT, watching.attempt())
			.set(WATCHED.AT, watched.at())
			.set(WATCHED.KNOWN, watched.known())
			.set(WATCHED.VALUE, watched.value())
			.set(WATCHED.SUMMARY, watched.summary())
			.set(WATCHED.FINE, watched.fine())
			.onConflictDoNothing()
			.execute();
	}

	@Override
	public Optional<Instant> lastJudged(Watching watching) {
		return this.dsl.select(DSL.max(WATCHED.AT))
			.from(WATCHED)
			.where(WATCHED.RUN.eq(watching.step().run().value()))
			.and(WATCHED.STEP_KEY.eq(watching.step().key()))
			.and(WATCHED.ATTEMPT.eq(watching.attempt()))
			.and(WATCHED.FINE.isNotNull())
			.fetchOptional(0, Instant.class);
	}

	@Override
	public List<Watched> readings(Watching watching, int limit) {
		return this.dsl.selectFrom(WATCHED)
			.where(WATCHED.RUN.eq(watching.step().run().value()))
			.and(WATCHED.STEP_KEY.eq(watching.step().key()))
			.and(WATCHED.ATTEMPT.eq(watching.attempt()))
			.orderBy(WATCHED.AT.desc())
			.limit(limit)
			.fetch((row) -> new Watched(row.getAt(), row.getKnown(), row.getValue(), row.getSummary(), row.getFine()))
			.reversed();
	}

	private static Condition is(Watching watching) {
		return WATCHING.RUN.eq(watching.step().run().value())
			.and(WATCHING.STEP_KEY.eq(watching.step().key()))
			.and(WATCHING.ATTEMPT.eq(watching.attempt()));
	}

	private static Watching watching(WatchingRecord row) {
		RunId run = new RunId(row.getRun());
		return new Watching(new StepRef(run, row.getStepKey()), row.getAttempt(), new StepRef(run, row.getSourceKey()),
				Documents.read(row.getDocument(), WatchTerms.class), Watching.State.valueOf(row.getState()),
				row.getBeganAt(), row.getEndsAt(), row.getDueAt(), row.getVersion());
	}

}
