package io.watchfloor.sandbox.app;

import java.time.Duration;

/** What a fault makes of the application's answers. */
public final class Disturbance {

	private volatile double errorShare;

	private volatile Duration delay = Duration.ZERO;

	/** The share of calls that fail, from 0 to 1. */
	public double errorShare() {
		return this.errorShare;
	}

	/** Lets this share of calls fail. */
	public void failShare(double share) {
		this.errorShare = share;
	}

	/** How long every answer is held back. */
	public Duration delay() {
		return this.delay;
	}

	/** Holds every answer back; zero for none. */
	public void holdBack(Duration duration) {
		this.delay = duration;
	}

}
