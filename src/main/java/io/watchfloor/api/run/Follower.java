package io.watchfloor.api.run;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.watchfloor.kernel.Problem;
import io.watchfloor.run.RunRecords.NumberedEntry;
import io.watchfloor.run.StepRun;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells one program what is new about one run, at most four times a second. */
class Follower implements Runnable {

	private static final long PAUSE_MILLIS = 250;

	/** Looks without being woken: whether the caller still may, and what was missed. */
	private static final long LOOK_MILLIS = 4_000;

	private static final int LOOKS_PER_SIGN_OF_LIFE = 4;

	private final Semaphore wakes = new Semaphore(1);

	private final SseEmitter emitter;

	private final Sight sight;

	private final BooleanSupplier closing;

	private volatile boolean stopped;

	Follower(SseEmitter emitter, Sight sight, BooleanSupplier closing) {
		this.emitter = emitter;
		this.sight = sight;
		this.closing = closing;
	}

	/** Says that there may be something new. */
	void wake() {
		this.wakes.release();
	}

	void stop() {
		this.stopped = true;
		wake();
	}

	@Override
	public void run() {
		try {
			follow();
			this.emitter.complete();
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			this.emitter.complete();
		}
		catch (Problem notAllowedAnyMore) {
			this.emitter.complete();
		}
		catch (IOException | RuntimeException gone) {
			this.emitter.completeWithError(gone);
		}
	}

	private void follow() throws IOException, InterruptedException {
		int quiet = 0;
		while (!this.stopped && !this.closing.getAsBoolean()) {
			boolean woken = this.wakes.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
			this.wakes.drainPermits();
			if (this.stopped) {
				return;
			}
			Sight.News news = this.sight.look();
			tell(news);
			if (news.over()) {
				return;
			}
			quiet = news.none() ? quiet + 1 : 0;
			if (quiet % LOOKS_PER_SIGN_OF_LIFE == LOOKS_PER_SIGN_OF_LIFE - 1) {
				this.emitter.send(SseEmitter.event().comment("still here"));
			}
			if (woken) {
				Thread.sleep(PAUSE_MILLIS);
			}
		}
	}

	private void tell(Sight.News news) throws IOException {
		if (news.run().isPresent()) {
			send("run", RunDocument.of(news.run().get()));
		}
		for (StepRun step : news.steps()) {
			send("step", StepDocument.of(step));
		}
		for (NumberedEntry entry : news.entries()) {
			this.emitter
				.send(SseEmitter.event().id(Long.toString(entry.n())).name("entry").data(EntryDocument.of(entry)));
		}
	}

	private void send(String name, Object document) throws IOException {
		this.emitter.send(SseEmitter.event().name(name).data(document));
	}

}
