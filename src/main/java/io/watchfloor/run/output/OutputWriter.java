package io.watchfloor.run.output;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

import io.watchfloor.catalog.LineRedaction;
import io.watchfloor.run.StepRef;

/**
 * Takes the output of one attempt and stores it. Whoever prints faster than the store
 * takes it waits, so that little is held in memory and no line is lost. Should the store
 * not answer for long, output is let go and the gap is said.
 */
public final class OutputWriter {

	private static final int MOST_CHARACTERS = 1 << 20;

	private static final int MOST_LINES = 20_000;

	/** So long the end of the last line may wait for what follows. */
	private static final long HOLD = TimeUnit.SECONDS.toNanos(1);

	private final ReentrantLock lock = new ReentrantLock();

	private final LineRedaction redaction;

	private final UnaryOperator<String> inert;

	private final PatientStore store;

	private List<String> waiting = new ArrayList<>();

	private long characters;

	private boolean holding;

	private long cameAt;

	private boolean stored;

	/**
	 * Begins with the attempt's first line.
	 * @param redaction for this attempt alone
	 * @param inert makes a line harmless to look at
	 */
	public OutputWriter(StepRef ref, int attempt, OutputStore store, LineRedaction redaction,
			UnaryOperator<String> inert, Clock clock) {
		this.redaction = redaction;
		this.inert = inert;
		this.store = new PatientStore(ref, attempt, store, clock);
	}

	/** Takes a line, or several; waits while the store is slower. */
	public void print(String written) {
		this.lock.lock();
		try {
			TerminalText.lines(written, this::take);
			if (this.characters >= MOST_CHARACTERS || this.waiting.size() >= MOST_LINES) {
				drain(false);
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Stores a line for a probe, before it returns.
	 * @param line redacted and harmless
	 */
	public void keep(String line) {
		this.lock.lock();
		try {
			drain(true);
			this.store.keep(line);
			this.stored = true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Stores what came, unless that is being done already.
	 * @return whether something was stored since the last time
	 */
	public boolean flush() {
		if (!this.lock.tryLock()) {
			return false;
		}
		try {
			drain(this.holding && System.nanoTime() - this.cameAt > HOLD);
			boolean something = this.stored;
			this.stored = false;
			return something;
		}
		finally {
			this.lock.unlock();
		}
	}

	/** Stores what is left. */
	public void close() {
		this.lock.lock();
		try {
			drain(true);
			this.store.close();
		}
		finally {
			this.lock.unlock();
		}
	}

	private void take(String line) {
		this.waiting.add(line);
		this.characters += line.length();
		this.cameAt = System.nanoTime();
	}

	private void drain(boolean all) {
		List<String> ready = List.of();
		if (!this.waiting.isEmpty()) {
			ready = this.redaction.next(this.waiting);
			this.waiting = new ArrayList<>();
			this.characters = 0;
			this.holding = true;
		}
		if (all && this.holding) {
			ready = new ArrayList<>(ready);
			ready.addAll(this.redaction.rest());
			this.holding = false;
		}
		if (!ready.isEmpty()) {
			this.stored |= this.store.print(ready.stream().map(this.inert).toList());
		}
	}

}
