package io.watchfloor.api.run;

import java.time.Instant;
import java.util.Optional;

import io.watchfloor.run.RunId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import static io.watchfloor.db.schema.api.Tables.REQUEST;

@Repository
class JooqRequestStore implements RequestStore {

	private final DSLContext jooq;

	JooqRequestStore(DSLContext jooq) {
		this.jooq = jooq;
	}

	@Override
	public boolean begin(String caller, String key, byte[] digest, Instant now) {
		return this.jooq.insertInto(REQUEST)
			.set(REQUEST.CALLER, caller)
			.set(REQUEST.KEY, key)
			.set(REQUEST.DIGEST, digest)
			.set(REQUEST.RECEIVED_AT, now)
			.onConflictDoNothing()
			.execute() == 1;
	}

	@Override
	public void began(String caller, String key, RunId run) {
		this.jooq.update(REQUEST)
			.set(REQUEST.RUN, run.value())
			.where(REQUEST.CALLER.eq(caller))
			.and(REQUEST.KEY.eq(key))
			.execute();
	}

	@Override
	public Optional<Request> find(String caller, String key) {
		return this.jooq.selectFrom(REQUEST)
			.where(REQUEST.CALLER.eq(caller))
			.and(REQUEST.KEY.eq(key))
			.fetchOptional(
					(row) -> new Request(row.getDigest(), (row.getRun() != null) ? new RunId(row.getRun()) : null));
	}

	@Override
	public void forget(String caller, String key) {
		this.jooq.deleteFrom(REQUEST).where(REQUEST.CALLER.eq(caller)).and(REQUEST.KEY.eq(key)).execute();
	}

	@Override
	public void forget(Instant before) {
		this.jooq.deleteFrom(REQUEST).where(REQUEST.RECEIVED_AT.lt(before)).execute();
	}

}
