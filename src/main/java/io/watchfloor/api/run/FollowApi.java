package io.watchfloor.api.run;

import java.time.Duration;
import java.util.concurrent.Semaphore;

import io.swagger.v3.oas.annotations.Operation;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.RunFeed;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunRecords;
import io.watchfloor.run.Runs;
import jakarta.annotation.PreDestroy;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells of a run as it goes on, as server-sent events. */
@RestController
@RequestMapping("/api/v1/runs/{run}/events")
class FollowApi {

	private static final Duration LONGEST = Duration.ofHours(1);

	private static final int MOST = 200;

	private final Semaphore places = new Semaphore(MOST);

	private final Runs runs;

	private final RunRecords records;

	private final RunFeed feed;

	private volatile boolean closing;

	FollowApi(Runs runs, RunRecords records, RunFeed feed) {
		this.runs = runs;
		this.records = records;
		this.feed = feed;
	}

	@GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(summary = "Follows a run",
			description = "Events: 'entry' for each line of the timeline (its number is the event's id; Last-Event-ID goes "
					+ "on after it), 'step' for each step as it stands now, 'run' when the run's state changed. Ends when "
					+ "the run is over, after an hour, or when the token counts no longer.")
	ResponseEntity<SseEmitter> follow(@PathVariable String run,
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last) {
		RunId id = Addresses.run(run);
		if (this.runs.find(id).isEmpty()) {
			throw new Problem(Category.NOT_FOUND, "There is no run " + id + ".");
		}
		if (!this.places.tryAcquire()) {
			throw new Problem(Category.UNREACHABLE,
					"%d programs follow runs on this node already. Try again later.".formatted(MOST));
		}
		SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
		Follower follower = new Follower(emitter, new Sight(this.runs, this.records, id, (last != null) ? last : 0),
				() -> this.closing);
		Runnable unwatch = this.feed.watch(id, follower::wake);
		emitter.onCompletion(follower::stop);
		emitter.onTimeout(follower::stop);
		emitter.onError((gone) -> follower.stop());
		Thread.ofVirtual().name("follow-" + id).start(new DelegatingSecurityContextRunnable(() -> {
			try {
				follower.run();
			}
			finally {
				unwatch.run();
				this.places.release();
			}
		}));
		// Proxies that buffer would hold events back
		return ResponseEntity.ok()
			.header("X-Accel-Buffering", "no")
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.body(emitter);
	}

	@PreDestroy
	void close() {
		this.closing = true;
	}

}
