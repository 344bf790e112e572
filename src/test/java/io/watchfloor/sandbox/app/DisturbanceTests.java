package io.watchfloor.sandbox.app;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DisturbanceTests {

	private final Disturbance disturbance = new Disturbance();

	@Test
	void answersThatAreHeldBackAreFreedWhenTheFaultIsCleared() throws InterruptedException {
		this.disturbance.holdBack(Duration.ofHours(1));
		Thread answer = Thread.ofPlatform().start(this.disturbance::hold);
		Awaitility.await().until(() -> answer.getState() == Thread.State.TIMED_WAITING);
		this.disturbance.holdBack(Duration.ZERO);
		assertThat(answer.join(Duration.ofSeconds(10))).isTrue();
	}

	@Test
	void withoutAFaultNothingIsHeldBack() {
		this.disturbance.hold();
		assertThat(this.disturbance.delay()).isZero();
	}

}
