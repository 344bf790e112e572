package io.watchfloor.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.CatalogChanged;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.db.DataFolder;
import io.watchfloor.sandbox.sample.SampleSystem;
import jakarta.annotation.PreDestroy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Runs the sandbox beside the console: starts it when the console is ready, so that the
 * first page does not wait for it, watches it, and stops it with the console.
 */
@Component
class SandboxHost {

	private static final Logger log = LoggerFactory.getLogger(SandboxHost.class);

	private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

	private final boolean enabled;

	private final SandboxServers servers;

	private final SandboxEnvironments environments;

	private final Catalog catalog;

	private final ApplicationEventPublisher events;

	private final Map<SampleSystem, List<TargetNames>> names = new ConcurrentHashMap<>();

	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

	private volatile List<SandboxSystem> latest = List.of();

	private CompletableFuture<Void> starting = CompletableFuture.completedFuture(null);

	SandboxHost(SandboxSettings settings, Environment configuration, DataFolder data, SandboxEnvironments environments,
			Catalog catalog, ApplicationEventPublisher events, Clock clock) {
		this.enabled = settings.enabled(!configuration.getProperty("watchfloor.database.url", "").isBlank());
		this.servers = new SandboxServers(data.path().resolve("sandbox"), clock, settings.refillAfter());
		this.environments = environments;
		this.catalog = catalog;
		this.events = events;
	}

	@EventListener(ApplicationReadyEvent.class)
	void start() {
		if (this.enabled) {
			this.starting = this.servers.start(this::announce);
			this.servers.every(LOOK_EVERY, this::watch);
		}
	}

	private void announce(Running running) {
		log.info("The sandbox of {} is ready", running.system().system().label());
		if (publish(running)) {
			this.events.publishEvent(new CatalogChanged());
		}
	}

	/** The team may have renamed its real targets: the stand-ins follow. */
	@EventListener(CatalogChanged.class)
	void follow() {
		boolean renamed = false;
		for (Installation installation : this.servers.installations()) {
			Running running = installation.running();
			renamed |= running != null && publish(running);
		}
		if (renamed) {
			this.events.publishEvent(new CatalogChanged());
		}
	}

	private boolean publish(Running running) {
		List<TargetNames> found = TargetNames.of(running.system().system(), this.catalog);
		this.names.put(running.system().system(), found);
		return this.environments.put(running, found);
	}

	private void watch() {
		try {
			refresh();
		}
		catch (RuntimeException trouble) {
			log.debug("The sandbox could not be looked at", trouble);
		}
	}

	/** Looks anew, and tells the listeners when something changed. */
	synchronized void refresh() {
		List<SandboxSystem> now = this.servers.installations()
			.stream()
			.map((installation) -> installation.look(this.names.getOrDefault(installation.system(), List.of())))
			.toList();
		if (!now.equals(this.latest)) {
			this.latest = now;
			this.listeners.forEach(Runnable::run);
		}
	}

	boolean enabled() {
		return this.enabled;
	}

	List<SandboxSystem> latest() {
		return this.latest;
	}

	Optional<Installation> installation(SystemId system) {
		return this.servers.installations()
			.stream()
			.filter((installation) -> this.enabled && installation.system().id().equals(system))
			.findFirst();
	}

	Runnable onChange(Runnable listener) {
		this.listeners.add(listener);
		return () -> this.listeners.remove(listener);
	}

	@PreDestroy
	void stop() {
		this.environments.clear();
		this.starting.cancel(true);
		this.servers.close();
	}

}
