package io.watchfloor.run.persistence;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

import io.watchfloor.db.schema.run.tables.records.EvidenceRecord;
import io.watchfloor.kernel.Actor;
import io.watchfloor.run.Evidence;
import io.watchfloor.run.EvidenceStore;
import io.watchfloor.run.EvidenceType;
import io.watchfloor.run.RunId;
import io.watchfloor.run.TimelineEntry;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.run.Tables.EVIDENCE;
import static io.watchfloor.db.schema.run.Tables.EVIDENCE_PART;
import static io.watchfloor.db.schema.run.Tables.RUN_;

/** Evidence as rows, its bytes in parts. */
@Repository
class JooqEvidence implements EvidenceStore {

	private static final int PART = 256 * 1024;

	private final DSLContext dsl;

	JooqEvidence(DSLContext dsl) {
		this.dsl = dsl;
	}

	@Override
	public boolean add(Evidence evidence, byte[] bytes, long mostOfRun, TimelineEntry entry) {
		return this.dsl.transactionResult((work) -> {
			// One at a time for each run, so that the sum is right
			work.dsl().selectOne().from(RUN_).where(RUN_.ID.eq(evidence.run().value())).forNoKeyUpdate().fetch();
			var held = work.dsl()
				.select(DSL.coalesce(DSL.sum(EVIDENCE.SIZE), DSL.inline(java.math.BigDecimal.ZERO)))
				.from(EVIDENCE)
				.where(EVIDENCE.RUN.eq(evidence.run().value()))
				.fetchSingle()
				.value1();
			if (held.longValue() + bytes.length > mostOfRun) {
				return false;
			}
			work.dsl().insertInto(EVIDENCE).set(row(evidence)).execute();
			for (int n = 0; n * PART < bytes.length; n++) {
				work.dsl()
					.insertInto(EVIDENCE_PART)
					.set(EVIDENCE_PART.EVIDENCE, evidence.id())
					.set(EVIDENCE_PART.N, n)
					.set(EVIDENCE_PART.BYTES,
							Arrays.copyOfRange(bytes, n * PART, Math.min(bytes.length, (n + 1) * PART)))
					.execute();
			}
			JooqTimeline.add(work.dsl(), evidence.run(), entry);
			return true;
		});
	}

	private static EvidenceRecord row(Evidence evidence) {
		EvidenceRecord row = new EvidenceRecord();
		row.setId(evidence.id());
		row.setRun(evidence.run().value());
		row.setStepKey(evidence.stepKey());
		row.setName(evidence.name());
		row.setType(evidence.type().name());
		row.setSize(evidence.size());
		row.setSha256(evidence.sha256());
		row.setAt(evidence.at());
		row.setActor(evidence.by().id());
		row.setActorName(evidence.by().name());
		return row;
	}

	@Override
	public List<Evidence> of(RunId run) {
		return this.dsl.selectFrom(EVIDENCE)
			.where(EVIDENCE.RUN.eq(run.value()))
			.orderBy(EVIDENCE.AT, EVIDENCE.ID)
			.fetch(JooqEvidence::evidence);
	}

	@Override
	public Optional<Evidence> find(UUID id) {
		return this.dsl.selectFrom(EVIDENCE).where(EVIDENCE.ID.eq(id)).fetchOptional(JooqEvidence::evidence);
	}

	private static Evidence evidence(EvidenceRecord row) {
		return new Evidence(row.getId(), new RunId(row.getRun()), row.getStepKey(), row.getName(),
				EvidenceType.named(row.getType()), row.getSize(), row.getSha256(), row.getAt(),
				new Actor(row.getActor(), row.getActorName()));
	}

	@Override
	@SuppressWarnings("JdkObsolete")
	public InputStream open(UUID id) {
		return new SequenceInputStream(new Parts(id));
	}

	private byte @Nullable [] part(UUID id, int n) {
		return this.dsl.select(EVIDENCE_PART.BYTES)
			.from(EVIDENCE_PART)
			.where(EVIDENCE_PART.EVIDENCE.eq(id))
			.and(EVIDENCE_PART.N.eq(n))
			.fetchOne(EVIDENCE_PART.BYTES);
	}

	/**
	 * The parts in order, each read when it is its turn; an Enumeration because the JDK's
	 * stream of streams wants one.
	 */
	@SuppressWarnings("JdkObsolete")
	private final class Parts implements Enumeration<InputStream> {

		private final UUID id;

		private int next;

		private byte @Nullable [] waiting;

		Parts(UUID id) {
			this.id = id;
			this.waiting = part(id, 0);
		}

		@Override
		public boolean hasMoreElements() {
			return this.waiting != null;
		}

		@Override
		public InputStream nextElement() {
			byte[] bytes = this.waiting;
			if (bytes == null) {
				throw new NoSuchElementException("no part " + this.next);
			}
			this.next++;
			this.waiting = part(this.id, this.next);
			return new ByteArrayInputStream(bytes);
		}

	}

}
