package io.watchfloor.sandbox.app;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

import io.watchfloor.sandbox.app.Health.Part;
import io.watchfloor.sandbox.app.Health.State;

/** The application's last calls, by which it judges itself. */
final class RecentCalls {

	private static final int KEPT = 20;

	private static final int ENOUGH = 5;

	private static final double FAILURES = 0.05;

	private static final Duration SLOW = Duration.ofSeconds(1);

	private final Deque<Call> calls = new ArrayDeque<>();

	synchronized void add(boolean failed, Duration duration) {
		this.calls.addLast(new Call(failed, duration));
		if (this.calls.size() > KEPT) {
			this.calls.removeFirst();
		}
	}

	/** What was before a restart says nothing of what is after it. */
	synchronized void forget() {
		this.calls.clear();
	}

	/**
	 * More than one failure in twenty, or one answer in ten that is slow, is not well.
	 */
	synchronized Part check() {
		int all = this.calls.size();
		long failed = this.calls.stream().filter(Call::failed).count();
		long slow = this.calls.stream().filter((call) -> call.duration().compareTo(SLOW) > 0).count();
		if (all < ENOUGH) {
			return new Part("calls", State.HEALTHY, "");
		}
		if (failed > all * FAILURES) {
			return new Part("calls", State.DEGRADED,
					String.format(Locale.ROOT, "%d %% of the last %d calls failed", 100 * failed / all, all));
		}
		return (slow * 10 > all)
				? new Part("calls", State.DEGRADED,
						"%d of the last %d calls took more than a second".formatted(slow, all))
				: new Part("calls", State.HEALTHY, "");
	}

	private record Call(boolean failed, Duration duration) {
	}

}
