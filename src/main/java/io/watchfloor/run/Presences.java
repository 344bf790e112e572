package io.watchfloor.run;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.watchfloor.kernel.Actor;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/** Tells who looks at a run right now, whichever node they look from. */
@Service
public class Presences implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Presences.class);

	private static final Duration LATELY = Duration.ofSeconds(20);

	private static final long RENEW_SECONDS = 5;

	private final Authority authority;

	private final PresenceStore store;

	private final RunFeed feed;

	private final Set<UUID> open = ConcurrentHashMap.newKeySet();

	private @Nullable ScheduledExecutorService schedule;

	Presences(Authority authority, PresenceStore store, RunFeed feed) {
		this.authority = authority;
		this.store = store;
		this.feed = feed;
	}

	/**
	 * The caller opens a run's page.
	 * @return closes it
	 */
	public Runnable enter(RunId run) {
		Actor actor = this.authority.require(Permission.VIEW);
		UUID page = UUID.randomUUID();
		this.store.enter(page, run, new Presence(actor, this.authority.has(Permission.OPERATE)));
		this.open.add(page);
		this.feed.changed(run);
		return () -> {
			this.open.remove(page);
			this.store.leave(page);
			this.feed.changed(run);
		};
	}

	/** Who looks at a run, each person once, by name. */
	public List<Presence> here(RunId run) {
		this.authority.require(Permission.VIEW);
		return this.store.here(run, LATELY);
	}

	private void renew() {
		try {
			this.store.renew(this.open);
		}
		catch (RuntimeException trouble) {
			log.debug("Who looks at which run waits for the store", trouble);
		}
	}

	@Override
	public void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("presence").factory());
		var _ = started.scheduleWithFixedDelay(this::renew, RENEW_SECONDS, RENEW_SECONDS, TimeUnit.SECONDS);
		this.schedule = started;
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
