package io.watchfloor.sandbox.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the application a few times a second, as its users would. */
public final class Traffic implements AutoCloseable {

	/** What can be called. */
	static final List<String> TOOLS = List.of("get_health_score", "list_customers", "search_tickets");

	private static final Logger log = LoggerFactory.getLogger(Traffic.class);

	private static final Duration PAUSE = Duration.ofMillis(300);

	/** No more calls at once, however slow the answers are. */
	private static final int AT_ONCE = 8;

	private final HttpClient client;

	private final SampleApp app;

	private final Refill refill;

	private final Semaphore places = new Semaphore(AT_ONCE);

	private final Future<?> turns;

	private int turn;

	Traffic(ScheduledExecutorService schedule, HttpClient client, SampleApp app, Refill refill) {
		this.client = client;
		this.app = app;
		this.refill = refill;
		this.turns = schedule.scheduleWithFixedDelay(this::turn, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
	}

	// Whatever happens: a schedule forgets a task that throws
	private void turn() {
		try {
			String tool = TOOLS.get(this.turn++ % TOOLS.size());
			if (this.places.tryAcquire()) {
				Thread.startVirtualThread(() -> call(tool));
			}
			this.refill.tick();
		}
		catch (RuntimeException trouble) {
			log.debug("Sandbox traffic stumbled", trouble);
		}
	}

	private void call(String tool) {
		URI address = URI.create(this.app.url() + "/tools/" + tool);
		HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(15)).build();
		try {
			this.client.send(request, BodyHandlers.discarding());
		}
		catch (IOException refused) {
			log.trace("The sandbox's application did not answer at {}", address);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
		finally {
			this.places.release();
		}
	}

	@Override
	public void close() {
		this.turns.cancel(true);
	}

}
