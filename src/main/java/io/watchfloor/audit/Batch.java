package io.watchfloor.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;

import io.watchfloor.kernel.Problem;

/** The appends that share one commit. */
final class Batch {

	/** Records of one commit at most, so that no caller waits for a huge one. */
	static final int LARGEST = 500;

	/** How long a commit waits for writers that are expected, in nanoseconds. */
	private static final long COURTESY = 1_000_000;

	/** How often it looks for them meanwhile, in nanoseconds. */
	private static final long LOOK = 20_000;

	private final List<PendingAppend> claimed = new ArrayList<>();

	private final Queue<PendingAppend> waiting;

	private final int expected;

	private final Clock clock;

	/**
	 * Begins with whoever came first.
	 * @param expected how many are likely to come, because as many appended just before
	 */
	Batch(PendingAppend first, Queue<PendingAppend> waiting, int expected, Clock clock) {
		this.waiting = waiting;
		this.expected = Math.min(expected, LARGEST);
		this.clock = clock;
		add(first);
	}

	/** A batch of one that was claimed before. */
	private Batch(PendingAppend only, Batch of) {
		this.waiting = new ArrayDeque<>();
		this.expected = 1;
		this.clock = of.clock;
		this.claimed.add(only);
	}

	/**
	 * Takes up whoever waits by now and makes their records, following the head. The
	 * store calls it when it has its turn, so that those who came meanwhile join.
	 */
	List<AuditRecord> linkTo(ChainHead head) {
		waitForExpected();
		takeUp();
		List<AuditRecord> records = new ArrayList<>(this.claimed.size());
		ChainHead last = head;
		for (PendingAppend pending : this.claimed) {
			AuditRecord next = link(pending.entry(), last);
			records.add(next);
			last = next.head();
		}
		return records;
	}

	private AuditRecord link(AuditEntry entry, ChainHead head) {
		long sequence = head.sequence() + 1;
		// PostgreSQL keeps microseconds; what is hashed must be what is read back
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		String hash = RecordHash.of(sequence, now, entry, head.hash());
		return new AuditRecord(sequence, now, entry.actor(), entry.action(), entry.target(), entry.planFingerprint(),
				entry.reason(), entry.result(), entry.details(), head.hash(), hash);
	}

	void succeed(List<AuditRecord> records) {
		for (int index = 0; index < records.size(); index++) {
			this.claimed.get(index).succeed(records.get(index).sequence());
		}
	}

	/** Fails everybody in it and everybody who waits: what they wait for failed. */
	void fail(BiFunction<AuditEntry, Throwable, Problem> problem, Throwable cause) {
		takeUp();
		this.claimed.forEach((pending) -> pending.fail(problem.apply(pending.entry(), cause)));
	}

	/** One batch for each of those in it. */
	List<Batch> split() {
		return this.claimed.stream().map((only) -> new Batch(only, this)).toList();
	}

	int size() {
		return this.claimed.size();
	}

	private void takeUp() {
		PendingAppend next;
		while (this.claimed.size() < LARGEST && (next = this.waiting.poll()) != null) {
			add(next);
		}
	}

	// Those who were just told that their record is durable come back within moments, one
	// after the other. Without this the first of them would be committed alone. Looking
	// now and then costs fewer wake-ups than taking each one up as it comes.
	private void waitForExpected() {
		long deadline = System.nanoTime() + COURTESY;
		while (this.claimed.size() + this.waiting.size() < this.expected && System.nanoTime() < deadline) {
			LockSupport.parkNanos(LOOK);
		}
	}

	private void add(PendingAppend pending) {
		if (pending.claim()) {
			this.claimed.add(pending);
		}
	}

}
