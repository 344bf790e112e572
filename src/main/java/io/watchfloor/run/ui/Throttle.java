package io.watchfloor.run.ui;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Turns many changes into at most four pushes a second. */
final class Throttle {

	private static final long PAUSE_MILLISECONDS = 250;

	private static final Executor LATER = CompletableFuture.delayedExecutor(PAUSE_MILLISECONDS, TimeUnit.MILLISECONDS,
			Executors.newVirtualThreadPerTaskExecutor());

	private final AtomicBoolean waiting = new AtomicBoolean();

	private final Runnable push;

	Throttle(Runnable push) {
		this.push = push;
	}

	/** Pushes a little later, once for all changes until then. On any thread. */
	void changed() {
		if (this.waiting.compareAndSet(false, true)) {
			LATER.execute(() -> {
				this.waiting.set(false);
				this.push.run();
			});
		}
	}

}
