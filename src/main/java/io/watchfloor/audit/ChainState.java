package io.watchfloor.audit;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is known of the chain on this node. */
@Component
class ChainState {

	private final Checkpoints checkpoints;

	private final AuditLog log;

	private volatile @Nullable ChainVerdict last;

	private volatile @Nullable ChainFault fault;

	ChainState(Checkpoints checkpoints, AuditLog log) {
		this.checkpoints = checkpoints;
		this.log = log;
	}

	void found(ChainVerdict verdict) {
		this.last = verdict;
		this.fault = switch (verdict) {
			case ChainVerdict.Intact intact -> null;
			case ChainVerdict.Broken broken -> broken.fault();
		};
	}

	void found(ChainFault wrong) {
		this.fault = wrong;
	}

	Optional<ChainVerdict> last() {
		return Optional.ofNullable(this.last);
	}

	Optional<String> alarm() {
		ChainFault wrong = this.fault;
		if (wrong != null) {
			return Optional.of("The audit log was tampered with. " + wrong.explanation()
					+ " Watchfloor goes on recording. Tell whoever answers for the log; keep the database and the"
					+ " data folder's audit files as they are.");
		}
		if (!this.log.writable()) {
			return Optional
				.of("The audit log cannot be written: nothing that changes a target can start. Reading goes on;"
						+ " Watchfloor tries again by itself.");
		}
		return this.checkpoints.trouble()
			.map((why) -> "Audit checkpoints cannot be written (" + why
					+ "). Records are kept; make room in the data folder or make it writable.");
	}

}
