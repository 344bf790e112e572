package io.watchfloor.run;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;

import io.watchfloor.db.Broadcast;
import org.springframework.stereotype.Component;

/** Tells those who watch a run that it changed, whichever node they look at. */
@Component
public class RunFeed {

	private static final String TOPIC = "run";

	private final Map<RunId, Set<Runnable>> watchers = new ConcurrentHashMap<>();

	private final Set<Runnable> everywhere = new CopyOnWriteArraySet<>();

	private final Broadcast broadcast;

	RunFeed(Broadcast broadcast) {
		this.broadcast = broadcast;
		broadcast.hear(TOPIC, (run) -> run.map(RunId::parse).ifPresentOrElse(this::changedHere, this::lookAgain));
	}

	/**
	 * Calls the watcher after every change of a run, on the thread that changed it or
	 * heard of it; it must return at once.
	 * @return ends the subscription
	 */
	public Runnable watch(RunId run, Runnable watcher) {
		this.watchers.computeIfAbsent(run, (_) -> new CopyOnWriteArraySet<>()).add(watcher);
		return () -> this.watchers.computeIfPresent(run, (_, all) -> {
			all.remove(watcher);
			return all.isEmpty() ? null : all;
		});
	}

	/** As above, for every run. */
	public Runnable watchAll(Runnable watcher) {
		this.everywhere.add(watcher);
		return () -> this.everywhere.remove(watcher);
	}

	void changed(RunId run) {
		changedHere(run);
		this.broadcast.tell(TOPIC, run.toString());
	}

	private void lookAgain() {
		this.watchers.values().forEach((all) -> all.forEach(Runnable::run));
		this.everywhere.forEach(Runnable::run);
	}

	private void changedHere(RunId run) {
		this.watchers.getOrDefault(run, Set.of()).forEach(Runnable::run);
		this.everywhere.forEach(Runnable::run);
	}

}
