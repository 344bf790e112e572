package io.watchfloor.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunFeedTests {

	private final RunId one = RunId.next(Instant.EPOCH);

	private final RunId other = RunId.next(Instant.EPOCH);

	private final FakeBroadcast broadcast = new FakeBroadcast();

	private final RunFeed feed = new RunFeed(this.broadcast);

	private final List<String> seen = new ArrayList<>();

	@Test
	void aChangeIsSeenHereAndToldToOtherNodes() {
		this.feed.watch(this.one, () -> this.seen.add("one"));
		this.feed.changed(this.one);
		assertThat(this.seen).containsExactly("one");
		assertThat(this.broadcast.told).containsExactly("run " + this.one);
	}

	@Test
	void whatAnotherNodeTellsIsSeenByThoseWhoWatchThatRunAndNotToldAgain() {
		this.feed.watch(this.one, () -> this.seen.add("one"));
		this.feed.watch(this.other, () -> this.seen.add("other"));
		this.feed.watchAll(() -> this.seen.add("all"));
		this.broadcast.listeners.forEach((listener) -> listener.accept(Optional.of(this.one.toString())));
		assertThat(this.seen).containsExactly("one", "all");
		assertThat(this.broadcast.told).isEmpty();
	}

	@Test
	void everybodyLooksAgainWhenSomethingMayHaveBeenMissed() {
		this.feed.watch(this.one, () -> this.seen.add("one"));
		Runnable stop = this.feed.watch(this.other, () -> this.seen.add("other"));
		stop.run();
		this.broadcast.listeners.forEach((listener) -> listener.accept(Optional.empty()));
		assertThat(this.seen).containsExactly("one");
	}

}
