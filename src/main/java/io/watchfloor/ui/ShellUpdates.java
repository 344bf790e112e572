package io.watchfloor.ui;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import com.vaadin.flow.component.UI;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Keeps what the shell shows current in every open page. */
@Component
class ShellUpdates implements DisposableBean {

	private static final Duration PERIOD = Duration.ofSeconds(2);

	private final ScheduledExecutorService clock = Executors
		.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("shell-updates").daemon().factory());

	/**
	 * Runs a task in the page's lock every two seconds until the returned stop is run.
	 */
	Runnable every(UI ui, Runnable task) {
		ScheduledFuture<?> updates = this.clock.scheduleAtFixedRate(() -> refresh(ui, task), PERIOD.toMillis(),
				PERIOD.toMillis(), TimeUnit.MILLISECONDS);
		return () -> updates.cancel(false);
	}

	private static void refresh(UI ui, Runnable task) {
		var _ = ui.access(task::run);
	}

	@Override
	public void destroy() {
		this.clock.shutdownNow();
	}

}
