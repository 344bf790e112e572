package io.watchfloor.action.redis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import io.lettuce.core.RedisFuture;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.RunContext;
import io.watchfloor.kernel.Problem;

/** One deletion under way: some batches are in flight while the next page is found. */
class PatternDeletion {

	static final int BATCH = 2_500;

	private static final int IN_FLIGHT = 4;

	private final RunContext context;

	private final long planned;

	private final Deque<RedisFuture<Long>> answers = new ArrayDeque<>();

	private boolean sent;

	private boolean stopped;

	private long deleted;

	PatternDeletion(RunContext context, long planned) {
		this.context = context;
		this.planned = planned;
	}

	void run(RedisSession session, KeyText pattern) {
		session.scan(pattern, (keys) -> page(session, keys));
		settle(session, 0);
		this.context.progress(this.deleted, this.planned, "keys");
	}

	private boolean page(RedisSession session, List<byte[]> keys) {
		for (int from = 0; from < keys.size() && !this.stopped; from += BATCH) {
			if (this.context.cancelled()) {
				this.stopped = true;
			}
			else {
				this.sent = true;
				this.answers.add(session.unlink(keys.subList(from, Math.min(keys.size(), from + BATCH))));
				settle(session, IN_FLIGHT);
			}
		}
		return !this.stopped;
	}

	private void settle(RedisSession session, int most) {
		boolean settled = false;
		while (this.answers.size() > most) {
			this.deleted += session.await(this.answers.remove());
			settled = true;
		}
		if (settled && most > 0) {
			this.context.progress(this.deleted, this.planned, "keys");
		}
	}

	boolean stopped() {
		return this.stopped;
	}

	long deleted() {
		return this.deleted;
	}

	String soFar() {
		return "Deleted " + Counts.keys(this.deleted) + ".";
	}

	/** How it ended when the server did not go along. */
	Outcome interrupted(Problem problem) {
		if (!this.sent) {
			return new Outcome.Failed(problem.getMessage() + " Nothing was deleted.");
		}
		String known = " The server confirmed " + Counts.keys(this.deleted) + " deleted";
		return (problem.category() == Problem.Category.TARGET_SAID_NO && this.answers.isEmpty())
				? new Outcome.Failed(problem.getMessage() + known + " before.")
				: new Outcome.Unknown(problem.getMessage() + known + "; more may be gone.");
	}

}
