package io.watchfloor.run.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.watchfloor.kernel.Actor;
import io.watchfloor.run.Approval;
import io.watchfloor.run.ApprovalId;
import io.watchfloor.run.ApprovalState;
import io.watchfloor.run.ApprovalStore;
import io.watchfloor.run.RunState;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.run.TimelineEntry;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.APPROVAL;
import static io.watchfloor.db.schema.run.Tables.RUN_;
import static io.watchfloor.db.schema.run.Tables.STEP_RUN;

/** Requests for approval, each ended by one conditional update. */
@Repository
class JooqApprovals implements ApprovalStore {

	private static final Condition IN_TIME = APPROVAL.EXPIRES_AT.gt(StoreClock.NOW);

	private final DSLContext dsl;

	JooqApprovals(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public Optional<Approval> ask(StepRun before, StepRun after, Duration expires, @Nullable Duration aloneAfter,
			TimelineEntry entry) {
		return this.dsl.transactionResult((work) -> JooqStepStore.write(work.dsl(), before, after, entry)
			.map((waiting) -> add(work.dsl(), waiting, expires, aloneAfter)));
	}

	private static Approval add(DSLContext dsl, StepRun waiting, Duration expires, @Nullable Duration aloneAfter) {
		var row = JooqApprovalRows.asked(waiting);
		return dsl.insertInto(APPROVAL)
			.set(row)
			.set(APPROVAL.ASKED_AT, StoreClock.NOW)
			.set(APPROVAL.EXPIRES_AT, after(expires))
			.set(APPROVAL.ALONE_FROM, (aloneAfter != null) ? after(aloneAfter) : DSL.inline((Instant) null))
			.returning()
			.fetchSingle(JooqApprovalRows::approval);
	}

	private static Field<Instant> after(Duration later) {
		return StoreClock.before(later.negated());
	}

	@Override
	public Optional<StepRun> use(Approval approval, ApprovalState how, Actor by, String words, StepRun before,
			StepRun after, String node, TimelineEntry... entries) {
		Condition due = (how == ApprovalState.ALONE) ? APPROVAL.ALONE_FROM.le(StoreClock.NOW) : DSL.noCondition();
		return together(approval, how, by, words, IN_TIME.and(due),
				(dsl) -> JooqStepStore.claim(dsl, before, after, node, entries));
	}

	@Override
	public Optional<StepRun> giveBack(Approval approval, ApprovalState how, Actor by, String words, StepRun before,
			StepRun after, TimelineEntry entry) {
		Condition due = (how == ApprovalState.EXPIRED) ? DSL.not(IN_TIME)
				: (how == ApprovalState.VOID) ? DSL.noCondition() : IN_TIME;
		return together(approval, how, by, words, due, (dsl) -> JooqStepStore.write(dsl, before, after, entry));
	}

	/** Both the request and its step, or neither. */
	private Optional<StepRun> together(Approval approval, ApprovalState how, Actor by, String words, Condition due,
			StepWrite write) {
		try {
			return Optional.of(this.dsl.transactionResult((work) -> {
				end(work.dsl(), approval.id(), how, by, words, due);
				return write.on(work.dsl()).orElseThrow(Overtaken::new);
			}));
		}
		catch (Overtaken somebodyWasFaster) {
			return Optional.empty();
		}
	}

	private static void end(DSLContext dsl, ApprovalId id, ApprovalState how, Actor by, String words, Condition due) {
		int ended = dsl.update(APPROVAL)
			.set(APPROVAL.STATE, how.name())
			.set(APPROVAL.DECIDED_BY, by.id())
			.set(APPROVAL.DECIDED_BY_NAME, by.name())
			.set(APPROVAL.DECIDED_AT, StoreClock.NOW)
			.set(APPROVAL.DECIDED_WHY, words)
			.where(APPROVAL.ID.eq(id.value()))
			.and(APPROVAL.STATE.eq(ApprovalState.WAITING.name()))
			.and(due)
			.execute();
		if (ended == 0) {
			throw new Overtaken();
		}
	}

	@Override
	public List<Approval> voidOvertaken() {
		return this.dsl.update(APPROVAL)
			.set(APPROVAL.STATE, ApprovalState.VOID.name())
			.set(APPROVAL.DECIDED_BY, Actor.SYSTEM.id())
			.set(APPROVAL.DECIDED_BY_NAME, Actor.SYSTEM.name())
			.set(APPROVAL.DECIDED_AT, StoreClock.NOW)
			.set(APPROVAL.DECIDED_WHY, "The step or its run went on without it.")
			.where(APPROVAL.STATE.eq(ApprovalState.WAITING.name()))
			.andNotExists(stepThatWaits())
			.returning()
			.fetch(JooqApprovalRows::approval);
	}

	private static Select<?> stepThatWaits() {
		return DSL.selectOne()
			.from(STEP_RUN)
			.join(RUN_)
			.on(RUN_.ID.eq(STEP_RUN.RUN))
			.where(STEP_RUN.RUN.eq(APPROVAL.RUN))
			.and(STEP_RUN.KEY.eq(APPROVAL.STEP_KEY))
			.and(STEP_RUN.STATE.eq(StepState.AWAITING_APPROVAL.name()))
			.and(STEP_RUN.VERSION.eq(APPROVAL.STEP_VERSION))
			.and(RUN_.STATE.eq(RunState.UNDER_WAY.name()));
	}

	@Override
	public List<Approval> expired() {
		return fetch(APPROVAL.STATE.eq(ApprovalState.WAITING.name()).andNot(IN_TIME));
	}

	@Override
	public Optional<Approval> find(ApprovalId id) {
		return this.dsl.selectFrom(APPROVAL)
			.where(APPROVAL.ID.eq(id.value()))
			.fetchOptional(JooqApprovalRows::approval);
	}

	@Override
	public Optional<Approval> waiting(StepRef step) {
		return this.dsl.selectFrom(APPROVAL)
			.where(APPROVAL.RUN.eq(step.run().value()))
			.and(APPROVAL.STEP_KEY.eq(step.key()))
			.and(APPROVAL.STATE.eq(ApprovalState.WAITING.name()))
			.fetchOptional(JooqApprovalRows::approval);
	}

	@Override
	public List<Approval> everythingWaiting() {
		return fetch(APPROVAL.STATE.eq(ApprovalState.WAITING.name()));
	}

	@Override
	public List<Approval> waiting() {
		return fetch(APPROVAL.STATE.eq(ApprovalState.WAITING.name()).and(IN_TIME).andExists(stepThatWaits()));
	}

	@Override
	public List<Approval> unreviewed() {
		return fetch(APPROVAL.STATE.eq(ApprovalState.ALONE.name()).and(APPROVAL.REVIEWED_AT.isNull()));
	}

	private List<Approval> fetch(Condition condition) {
		return this.dsl.selectFrom(APPROVAL)
			.where(condition)
			.orderBy(APPROVAL.ASKED_AT, APPROVAL.ID)
			.fetch(JooqApprovalRows::approval);
	}

	@Override
	public List<Approval> decided(int limit) {
		return this.dsl.selectFrom(APPROVAL)
			.where(APPROVAL.STATE.ne(ApprovalState.WAITING.name()))
			.orderBy(APPROVAL.DECIDED_AT.desc(), APPROVAL.ID)
			.limit(limit)
			.fetch(JooqApprovalRows::approval);
	}

	@Override
	public boolean mayGoAlone(ApprovalId id) {
		return this.dsl.fetchExists(APPROVAL, is(id.value()).and(IN_TIME).and(APPROVAL.ALONE_FROM.le(StoreClock.NOW)));
	}

	private static Condition is(UUID id) {
		return APPROVAL.ID.eq(id).and(APPROVAL.STATE.eq(ApprovalState.WAITING.name()));
	}

	@Override
	public boolean review(ApprovalId id, Actor by, String words) {
		return this.dsl.update(APPROVAL)
			.set(APPROVAL.REVIEWED_BY, by.id())
			.set(APPROVAL.REVIEWED_BY_NAME, by.name())
			.set(APPROVAL.REVIEWED_AT, StoreClock.NOW)
			.set(APPROVAL.REVIEW, words)
			.where(APPROVAL.ID.eq(id.value()))
			.and(APPROVAL.STATE.eq(ApprovalState.ALONE.name()))
			.and(APPROVAL.REVIEWED_AT.isNull())
			.execute() == 1;
	}

	/** Writes the step within the transaction. */
	private interface StepWrite {

		Optional<StepRun> on(DSLContext dsl);

	}

	/** Rolls back. */
	private static final class Overtaken extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private Overtaken() {
			super("no longer as it was read", null, false, false);
		}

	}

}
