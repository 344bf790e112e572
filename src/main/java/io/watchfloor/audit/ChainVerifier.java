package io.watchfloor.audit;

import java.io.IOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

import io.watchfloor.audit.ChainFault.Kind;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Reads the whole chain in pieces and checks every record and every checkpoint. */
@Component
class ChainVerifier {

	private static final int PIECE = 2_000;

	private final RecordSource source;

	private final Checkpoints checkpoints;

	private final Clock clock;

	ChainVerifier(RecordSource source, Checkpoints checkpoints, Clock clock) {
		this.source = source;
		this.checkpoints = checkpoints;
		this.clock = clock;
	}

	/**
	 * Verifies up to the head of now.
	 * @param progress told how many records are done, after each piece
	 */
	ChainVerdict verify(LongConsumer progress) {
		// Read before the head: a checkpoint written meanwhile may be ahead of it
		List<Checkpoint> signed = readCheckpoints();
		ChainHead head = this.source.head();
		Walk walk = new Walk(signed);
		Optional<ChainFault> fault = signed.stream()
			.filter((checkpoint) -> !this.checkpoints.signed(checkpoint))
			.findFirst()
			.map(ChainVerifier::forged)
			.or(() -> walk(walk, head, progress))
			.or(() -> missingTail(signed, head));
		long done = walk.last.sequence();
		return fault.<ChainVerdict>map((wrong) -> new ChainVerdict.Broken(done, wrong, this.clock.instant()))
			.orElseGet(() -> new ChainVerdict.Intact(done, signed.size(), this.clock.instant()));
	}

	/** Only compares the newest checkpoint with the database, which takes no time. */
	Optional<ChainFault> compareNewest() {
		List<Checkpoint> signed = readCheckpoints();
		ChainHead head = this.source.head();
		return missingTail(signed, head).or(() -> signed.isEmpty() ? Optional.empty() : differs(signed.getLast()));
	}

	private Optional<ChainFault> differs(Checkpoint checkpoint) {
		return this.source.find(checkpoint.sequence())
			.filter((record) -> !record.hash().equals(checkpoint.hash()))
			.map((record) -> mismatch(checkpoint));
	}

	private Optional<ChainFault> walk(Walk walk, ChainHead head, LongConsumer progress) {
		while (walk.last.sequence() < head.sequence()) {
			List<AuditRecord> piece = this.source.after(walk.last.sequence(), head.sequence(), PIECE);
			if (piece.isEmpty()) {
				return Optional.of(gap(walk.last.sequence() + 1, head.sequence() + 1));
			}
			for (AuditRecord record : piece) {
				Optional<ChainFault> fault = walk.step(record);
				if (fault.isPresent()) {
					return fault;
				}
			}
			progress.accept(walk.last.sequence());
		}
		return Optional.empty();
	}

	private List<Checkpoint> readCheckpoints() {
		try {
			return this.checkpoints.all();
		}
		catch (IOException unreadable) {
			throw new Problem(Problem.Category.UNREACHABLE, "The chain was not verified: " + unreadable.getMessage()
					+ ". Make the file readable, or put it aside and keep it as evidence.", unreadable);
		}
	}

	private static Optional<ChainFault> missingTail(List<Checkpoint> signed, ChainHead head) {
		return signed.stream()
			.filter((checkpoint) -> checkpoint.sequence() > head.sequence())
			.max(Comparator.comparingLong(Checkpoint::sequence))
			.map((checkpoint) -> new ChainFault(Kind.TAIL_MISSING, head.sequence() + 1,
					"The log ends at record %d, but record %d was signed on %s: the tail was cut or an older database was restored."
						.formatted(head.sequence(), checkpoint.sequence(), checkpoint.instant())));
	}

	private static ChainFault forged(Checkpoint checkpoint) {
		return new ChainFault(Kind.CHECKPOINT_FORGED, checkpoint.sequence(),
				"The checkpoint for record %d, dated %s, was not signed with this console's key: it was forged or changed, or the key was replaced."
					.formatted(checkpoint.sequence(), checkpoint.instant()));
	}

	private static ChainFault mismatch(Checkpoint checkpoint) {
		return new ChainFault(Kind.CHECKPOINT_MISMATCH, checkpoint.sequence(),
				"Record %d is not the one that was signed on %s: an older database was restored and written on, or the chain was rewritten."
					.formatted(checkpoint.sequence(), checkpoint.instant()));
	}

	private static ChainFault gap(long expected, long found) {
		return new ChainFault(Kind.GAP, expected, (found - expected == 1) ? "Record %d is missing.".formatted(expected)
				: "Records %d to %d are missing.".formatted(expected, found - 1));
	}

	/** How far the chain holds. */
	private static final class Walk {

		private final Map<Long, Checkpoint> signed = new HashMap<>();

		private ChainHead last = ChainHead.EMPTY;

		private Walk(List<Checkpoint> checkpoints) {
			for (Checkpoint checkpoint : checkpoints) {
				this.signed.merge(checkpoint.sequence(), checkpoint, Walk::first);
			}
		}

		private static Checkpoint first(Checkpoint earlier, Checkpoint later) {
			return earlier;
		}

		private Optional<ChainFault> step(AuditRecord record) {
			Optional<ChainFault> fault = fault(record);
			if (fault.isEmpty()) {
				this.last = record.head();
			}
			return fault;
		}

		private Optional<ChainFault> fault(AuditRecord record) {
			long sequence = record.sequence();
			if (sequence != this.last.sequence() + 1) {
				return Optional.of(gap(this.last.sequence() + 1, sequence));
			}
			if (!record.previousHash().equals(this.last.hash())) {
				return Optional.of(new ChainFault(Kind.LINK_BROKEN, sequence,
						"Record %d does not follow the record before it: one of the two was exchanged or changed."
							.formatted(sequence)));
			}
			if (!record.hash().equals(RecordHash.of(record))) {
				return Optional.of(new ChainFault(Kind.HASH_DIFFERS, sequence,
						"Record %d was changed after it was written: its content does not have its hash."
							.formatted(sequence)));
			}
			Checkpoint checkpoint = this.signed.get(sequence);
			return (checkpoint != null && !checkpoint.hash().equals(record.hash())) ? Optional.of(mismatch(checkpoint))
					: Optional.empty();
		}

	}

}
