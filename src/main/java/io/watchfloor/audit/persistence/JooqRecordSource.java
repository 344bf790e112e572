package io.watchfloor.audit.persistence;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import io.watchfloor.audit.AuditFilter;
import io.watchfloor.audit.AuditRecord;
import io.watchfloor.audit.ChainHead;
import io.watchfloor.audit.RecordSource;
import io.watchfloor.db.schema.audit.tables.records.RecordRecord;
import io.watchfloor.kernel.Actor;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.audit.Tables.RECORD;

/** Reads the log with jOOQ. */
@Repository
class JooqRecordSource implements RecordSource {

	// From each action to the next one in the index, instead of reading every record
	private static final String ACTIONS = """
			with recursive known(action) as (
			    select min(action) from audit.record
			    union all
			    select (select min(r.action) from audit.record r where r.action > known.action)
			      from known where known.action is not null)
			select action from known where action is not null""";

	private final DSLContext sql;

	JooqRecordSource(DSLContext sql) {
		this.sql = sql;
	}

	@Override
	public ChainHead head() {
		return this.sql.selectFrom(RECORD)
			.orderBy(RECORD.SEQUENCE.desc())
			.limit(1)
			.fetchOptional(JooqRecordSource::record)
			.map(AuditRecord::head)
			.orElse(ChainHead.EMPTY);
	}

	@Override
	public List<AuditRecord> after(long sequence, long last, int limit) {
		return this.sql.selectFrom(RECORD)
			.where(RECORD.SEQUENCE.gt(sequence).and(RECORD.SEQUENCE.le(last)))
			.orderBy(RECORD.SEQUENCE)
			.limit(limit)
			.fetch(JooqRecordSource::record);
	}

	@Override
	public List<AuditRecord> before(long sequence, AuditFilter filter, int skip, int limit) {
		return this.sql.selectFrom(RECORD)
			.where(RECORD.SEQUENCE.lt(sequence).and(matches(filter)))
			.orderBy(RECORD.SEQUENCE.desc())
			.limit(limit)
			.offset(skip)
			.fetch(JooqRecordSource::record);
	}

	@Override
	public int count(long last, AuditFilter filter, int most) {
		return this.sql.fetchCount(
				this.sql.selectOne().from(RECORD).where(RECORD.SEQUENCE.le(last).and(matches(filter))).limit(most));
	}

	@Override
	public Optional<AuditRecord> find(long sequence) {
		return this.sql.selectFrom(RECORD).where(RECORD.SEQUENCE.eq(sequence)).fetchOptional(JooqRecordSource::record);
	}

	@Override
	public List<String> actions() {
		return this.sql.resultQuery(ACTIONS).fetch(0, String.class);
	}

	private static Condition matches(AuditFilter filter) {
		Condition condition = Words.query(filter.text()).map(JooqRecordSource::holds).orElseGet(DSL::noCondition);
		if (!filter.action().isEmpty()) {
			condition = condition.and(RECORD.ACTION.eq(filter.action()));
		}
		if (!filter.result().isEmpty()) {
			condition = condition.and(RECORD.RESULT.eq(filter.result()));
		}
		if (filter.from() != null) {
			condition = condition.and(RECORD.RECORDED_AT.ge(filter.from()));
		}
		if (filter.until() != null) {
			condition = condition.and(RECORD.RECORDED_AT.lt(filter.until()));
		}
		return condition;
	}

	private static Condition holds(String query) {
		return DSL.condition("record.words @@ to_tsquery('simple', {0})", DSL.val(query));
	}

	private static AuditRecord record(RecordRecord row) {
		return new AuditRecord(row.getSequence(), row.getRecordedAt(), new Actor(row.getActorId(), row.getActorName()),
				row.getAction(), row.getTarget(), row.getPlanFingerprint(), row.getReason(), row.getResult(),
				Details.read(row.getDetails().data()), HexFormat.of().formatHex(row.getPreviousHash()),
				HexFormat.of().formatHex(row.getHash()));
	}

}
