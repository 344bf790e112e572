package io.watchfloor.runbook.git;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks after pulls: those that are asked for, and those of other nodes. */
@Component
class GitWork implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(GitWork.class);

	private final GitPulls pulls;

	private final GitDocuments documents;

	private final GitSettings settings;

	private @Nullable ScheduledExecutorService schedule;

	GitWork(GitPulls pulls, GitDocuments documents, GitSettings settings) {
		this.pulls = pulls;
		this.documents = documents;
		this.settings = settings;
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("git-pulls").factory());
		long look = this.settings.look().toMillis();
		var _ = started.scheduleWithFixedDelay(this::look, 0, look, TimeUnit.MILLISECONDS);
		this.schedule = started;
	}

	private void look() {
		try {
			this.documents.refresh();
			this.pulls.work();
		}
		catch (RuntimeException trouble) {
			if (Problem.in(trouble).isPresent()) {
				log.debug("Pulls wait for the store", trouble);
			}
			else {
				log.warn("Pulls could not be looked after; tried again soon", trouble);
			}
		}
	}

	@Override
	public void stop() {
		if (this.schedule != null) {
			this.schedule.shutdownNow();
			this.schedule = null;
		}
	}

	@Override
	public boolean isRunning() {
		return this.schedule != null;
	}

}
