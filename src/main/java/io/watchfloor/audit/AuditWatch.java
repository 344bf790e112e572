package io.watchfloor.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Compares the newest checkpoint with the database at the start, verifies the chain then
 * and every day, a short chain every few minutes when it has grown, and sees to
 * checkpoints that are due by time.
 */
@Component
class AuditWatch implements DisposableBean {

	/** So many records are verified in less than a second. */
	private static final long SHORT = 100_000;

	private static final Duration OFTEN = Duration.ofMinutes(2);

	private static final Logger logger = LoggerFactory.getLogger(AuditWatch.class);

	private final ScheduledExecutorService timer = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("audit-watch").daemon().factory());

	private final ChainVerifier verifier;

	private final RecordSource source;

	private final Checkpoints checkpoints;

	private final ChainState state;

	private final AuditSettings settings;

	private final Clock clock;

	private Instant due = Instant.MIN;

	private Instant often = Instant.MIN;

	private long verified;

	AuditWatch(ChainVerifier verifier, RecordSource source, Checkpoints checkpoints, ChainState state,
			AuditSettings settings, Clock clock) {
		this.verifier = verifier;
		this.source = source;
		this.checkpoints = checkpoints;
		this.state = state;
		this.settings = settings;
		this.clock = clock;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		this.timer.execute(() -> guarded(this::compare));
		var _ = this.timer.scheduleWithFixedDelay(() -> guarded(this::look), 0, 10, TimeUnit.SECONDS);
	}

	@Override
	public void destroy() {
		this.timer.shutdownNow();
	}

	/** At the start, before the long look at everything. */
	void compare() {
		this.verifier.compareNewest().ifPresent((fault) -> {
			logger.error("{}", fault.explanation());
			this.state.found(fault);
		});
	}

	void look() {
		this.checkpoints.tick();
		Instant now = this.clock.instant();
		if (!now.isBefore(this.due) || (!now.isBefore(this.often) && grown())) {
			verify();
			this.due = this.clock.instant().plus(this.settings.verifyInterval());
			this.often = this.clock.instant().plus(OFTEN);
		}
	}

	private boolean grown() {
		long head = this.source.head().sequence();
		return head != this.verified && head <= SHORT;
	}

	private void verify() {
		ChainHead before = this.source.head();
		this.verified = before.sequence();
		ChainVerdict verdict = this.verifier.verify((done) -> {
		});
		this.state.found(verdict);
		switch (verdict) {
			case ChainVerdict.Intact intact -> this.checkpoints.reached(before);
			case ChainVerdict.Broken broken -> logger.error("{}", broken.fault().explanation());
		}
	}

	// A timer forgets a task that throws; the store being down must not end the watch
	private void guarded(Runnable task) {
		try {
			task.run();
		}
		catch (RuntimeException failure) {
			logger.warn("The audit chain could not be looked at, trying again: {}", failure.getMessage());
		}
	}

}
