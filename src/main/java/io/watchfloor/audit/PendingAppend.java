package io.watchfloor.audit;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.watchfloor.kernel.Problem;

/** One caller's entry on its way into the chain. */
final class PendingAppend {

	private enum Place {

		/** Nobody took it up; the caller may still leave. */
		WAITING,
		/** The writer has it. */
		CLAIMED,
		/** The caller left; it is never written. */
		ABANDONED

	}

	private final AuditEntry entry;

	private final AtomicReference<Place> place = new AtomicReference<>(Place.WAITING);

	private final CompletableFuture<Long> sequence = new CompletableFuture<>();

	PendingAppend(AuditEntry entry) {
		this.entry = entry;
	}

	AuditEntry entry() {
		return this.entry;
	}

	/** Takes it up for writing; false when the caller has left. */
	boolean claim() {
		return this.place.compareAndSet(Place.WAITING, Place.CLAIMED);
	}

	void succeed(long written) {
		this.sequence.complete(written);
	}

	void fail(Problem problem) {
		this.sequence.completeExceptionally(problem);
	}

	/**
	 * Waits for the commit: for {@code patience} until it is taken up and, when it is,
	 * for {@code patience} and a time to settle a lost commit more.
	 */
	long await(Duration patience) {
		try {
			return this.sequence.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | InterruptedException late) {
			restoreInterrupt(late);
			if (this.place.compareAndSet(Place.WAITING, Place.ABANDONED)) {
				throw AppendProblems.notTakenUp(this.entry, patience, late);
			}
			return awaitClaimed(patience.multipliedBy(3));
		}
		catch (ExecutionException failed) {
			throw AppendProblems.of(failed);
		}
	}

	private long awaitClaimed(Duration patience) {
		try {
			return this.sequence.get(patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException | InterruptedException late) {
			restoreInterrupt(late);
			throw AppendProblems.unsettled(this.entry, late);
		}
		catch (ExecutionException failed) {
			throw AppendProblems.of(failed);
		}
	}

	private static void restoreInterrupt(Exception exception) {
		if (exception instanceof InterruptedException) {
			Thread.currentThread().interrupt();
		}
	}

}
