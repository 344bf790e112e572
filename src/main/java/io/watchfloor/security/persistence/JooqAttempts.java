package io.watchfloor.security.persistence;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import io.watchfloor.db.schema.security.tables.records.SignInAttemptsRecord;
import io.watchfloor.security.AttemptStore;

import static io.watchfloor.db.schema.security.Tables.SIGN_IN_ATTEMPTS;

@Repository
class JooqAttempts implements AttemptStore {

	private final DSLContext jooq;

	JooqAttempts(DSLContext jooq) {
		this.jooq = jooq;
	}

	// The rows are locked in one order, so attempts that share buckets queue up instead
	// of
	// running into a deadlock, and a hundred parallel guesses are no better than a
	// hundred
	// in a row.
	@Override
	@Transactional
	public Duration charge(List<Bucket> buckets, Instant now) {
		List<SignInAttemptsRecord> rows = buckets.stream()
			.sorted(Comparator.comparing(Bucket::key))
			.map((bucket) -> locked(bucket, now))
			.toList();
		Instant until = rows.stream()
			.map(SignInAttemptsRecord::getBlockedUntil)
			.max(Comparator.naturalOrder())
			.orElse(now);
		if (until.isAfter(now)) {
			return Duration.between(now, until);
		}
		for (SignInAttemptsRecord row : rows) {
			count(row, buckets, now);
		}
		return Duration.ZERO;
	}

	private SignInAttemptsRecord locked(Bucket bucket, Instant now) {
		this.jooq.insertInto(SIGN_IN_ATTEMPTS).values(bucket.key(), 0, now, now).onConflictDoNothing().execute();
		return this.jooq.selectFrom(SIGN_IN_ATTEMPTS)
			.where(SIGN_IN_ATTEMPTS.BUCKET.eq(bucket.key()))
			.forUpdate()
			.fetchSingle();
	}

	private static void count(SignInAttemptsRecord row, List<Bucket> buckets, Instant now) {
		Bucket bucket = buckets.stream().filter((one) -> one.key().equals(row.getBucket())).findFirst().orElseThrow();
		boolean forgotten = row.getLastAt().plus(MEMORY).isBefore(now);
		int failures = (forgotten ? 0 : row.getFailures()) + 1;
		row.setFailures(failures);
		row.setLastAt(now);
		row.setBlockedUntil(now.plus(bucket.block(failures)));
		row.store();
	}

	@Override
	@Transactional
	public void refund(List<Bucket> buckets, List<Bucket> emptied) {
		for (Bucket bucket : buckets.stream().sorted(Comparator.comparing(Bucket::key)).toList()) {
			if (emptied.contains(bucket)) {
				this.jooq.deleteFrom(SIGN_IN_ATTEMPTS).where(SIGN_IN_ATTEMPTS.BUCKET.eq(bucket.key())).execute();
			}
			else {
				takeBack(bucket);
			}
		}
	}

	private void takeBack(Bucket bucket) {
		this.jooq.update(SIGN_IN_ATTEMPTS)
			.set(SIGN_IN_ATTEMPTS.FAILURES, SIGN_IN_ATTEMPTS.FAILURES.minus(1))
			.set(SIGN_IN_ATTEMPTS.BLOCKED_UNTIL, SIGN_IN_ATTEMPTS.LAST_AT)
			.where(SIGN_IN_ATTEMPTS.BUCKET.eq(bucket.key()))
			.and(SIGN_IN_ATTEMPTS.FAILURES.gt(0))
			.execute();
	}

	@Override
	public void forget(Instant before) {
		this.jooq.deleteFrom(SIGN_IN_ATTEMPTS)
			.where(SIGN_IN_ATTEMPTS.LAST_AT.lt(before))
			.and(SIGN_IN_ATTEMPTS.BLOCKED_UNTIL.lt(before))
			.execute();
	}

}
