package io.watchfloor.sandbox.app;

import java.time.Duration;

/** What a fault makes of the application's answers. */
public final class Disturbance {

	private double errorShare;

	private Duration delay = Duration.ZERO;

	/** The share of calls that fail, from 0 to 1. */
	public synchronized double errorShare() {
		return this.errorShare;
	}

	/** Lets this share of calls fail. */
	public synchronized void failShare(double share) {
		this.errorShare = share;
	}

	/** How long every answer is held back. */
	public synchronized Duration delay() {
		return this.delay;
	}

	/** Holds every answer back; zero for none, which also frees those that wait. */
	public synchronized void holdBack(Duration duration) {
		this.delay = duration;
		notifyAll();
	}

	/** Waits as long as answers are held back. */
	synchronized void hold() {
		long end = System.nanoTime() + this.delay.toNanos();
		try {
			for (long left = end - System.nanoTime(); left > 0
					&& this.delay.isPositive(); left = end - System.nanoTime()) {
				wait(left / 1_000_000, (int) (left % 1_000_000));
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
