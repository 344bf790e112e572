package io.watchfloor.sandbox.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

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

	private final Thread thread;

	private volatile boolean stopped;

	Traffic(HttpClient client, SampleApp app, Refill refill) {
		this.client = client;
		this.app = app;
		this.refill = refill;
		this.thread = Thread.ofVirtual().name("sandbox-traffic-" + app.url()).start(this::run);
	}

	private void run() {
		for (int turn = 0; !this.stopped; turn++) {
			String tool = TOOLS.get(turn % TOOLS.size());
			if (this.places.tryAcquire()) {
				Thread.startVirtualThread(() -> call(tool));
			}
			try {
				this.refill.tick();
				Thread.sleep(PAUSE);
			}
			catch (InterruptedException interrupted) {
				return;
			}
			catch (RuntimeException trouble) {
				log.debug("Sandbox traffic stumbled", trouble);
			}
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
		this.stopped = true;
		this.thread.interrupt();
	}

}
