package io.watchfloor.run.output;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.watchfloor.kernel.Counted;
import io.watchfloor.run.StepRef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores the lines of one attempt, with patience for a store that does not answer. */
final class PatientStore {

	private static final Logger log = LoggerFactory.getLogger(PatientStore.class);

	private static final String MARK = "[hidden]";

	private static final int CHUNK = 64 * 1024;

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

	private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

	private final StepRef ref;

	private final int attempt;

	private final OutputStore store;

	private final Clock clock;

	private long nextLine = 1;

	private long lost;

	PatientStore(StepRef ref, int attempt, OutputStore store, Clock clock) {
		this.ref = ref;
		this.attempt = attempt;
		this.store = store;
		this.clock = clock;
	}

	/** Stores lines; false when they had to be let go. */
	boolean print(List<String> lines) {
		if (this.lost > 0 && !sayGap()) {
			this.lost += lines.size();
			return false;
		}
		if (!add(chunks(lines), PATIENCE)) {
			log.warn("Output of {} could not be stored: {} let go", this.ref, Counted.of(lines.size(), "line"));
			this.lost += lines.size();
			return false;
		}
		return true;
	}

	/** Stores a line for a probe, or throws. */
	void keep(String line) {
		this.store.add(this.ref, this.attempt, List.of(OutputChunk.of(this.nextLine, OutputChunk.Kind.KEPT, line)),
				this.clock.instant());
		this.nextLine++;
	}

	/** Says a gap that was not said yet. */
	void close() {
		if (this.lost > 0) {
			sayGap();
		}
	}

	private boolean sayGap() {
		String text = "⚠ Here " + Counted.of(this.lost, "line") + " could not be stored: the store did not answer.";
		if (!add(List.of(OutputChunk.of(this.nextLine, OutputChunk.Kind.GAP, text)), 0)) {
			return false;
		}
		this.lost = 0;
		return true;
	}

	private boolean add(List<OutputChunk> chunks, long patience) {
		long start = System.nanoTime();
		List<OutputChunk> wanted = chunks;
		while (true) {
			try {
				this.store.add(this.ref, this.attempt, wanted, this.clock.instant());
				this.nextLine = wanted.getLast().lastLine() + 1;
				return true;
			}
			catch (RuntimeException trouble) {
				if (System.nanoTime() - start >= patience || Thread.currentThread().isInterrupted()) {
					log.debug("Output of {} could not be stored", this.ref, trouble);
					return false;
				}
				wanted = behindOthers(wanted);
				if (wanted.isEmpty()) {
					return true;
				}
				LockSupport.parkNanos(PAUSE);
			}
		}
	}

	/**
	 * The same behind what is stored by now: another node may have said that we are gone.
	 * Empty when ours are stored and only the answer was lost.
	 */
	private List<OutputChunk> behindOthers(List<OutputChunk> wanted) {
		try {
			long end = this.store.extent(this.ref, this.attempt).lines();
			if (end < this.nextLine) {
				return wanted;
			}
			List<OutputChunk> last = this.store.chunks(this.ref, this.attempt, end, 1);
			this.nextLine = end + 1;
			return last.contains(wanted.getLast()) ? List.of() : numbered(wanted);
		}
		catch (RuntimeException noAnswer) {
			return wanted;
		}
	}

	private List<OutputChunk> numbered(List<OutputChunk> chunks) {
		List<OutputChunk> numbered = new ArrayList<>();
		long first = this.nextLine;
		for (OutputChunk chunk : chunks) {
			numbered.add(new OutputChunk(first, chunk.kind(), chunk.lines(), chunk.hidden()));
			first += chunk.lines().size();
		}
		return numbered;
	}

	private List<OutputChunk> chunks(List<String> lines) {
		List<OutputChunk> chunks = new ArrayList<>();
		long first = this.nextLine;
		int start = 0;
		int size = 0;
		for (int end = 0; end < lines.size(); end++) {
			int length = lines.get(end).length();
			if (size + length > CHUNK && end > start) {
				chunks.add(chunk(first + start, lines.subList(start, end)));
				start = end;
				size = 0;
			}
			size += length;
		}
		chunks.add(chunk(first + start, lines.subList(start, lines.size())));
		return chunks;
	}

	private static OutputChunk chunk(long first, List<String> lines) {
		int hidden = 0;
		for (String line : lines) {
			hidden += line.contains(MARK) ? 1 : 0;
		}
		return new OutputChunk(first, OutputChunk.Kind.PRINTED, lines, hidden);
	}

}
