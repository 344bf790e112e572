package io.watchfloor.run.ui;

import java.util.Optional;

import io.watchfloor.kernel.Counted;
import io.watchfloor.run.ApprovalTally;
import io.watchfloor.ui.Banner;

/** Tells managers that somebody went on without a second person. */
record AloneBanner(ApprovalTally tally) implements Banner {

	@Override
	public Optional<String> text() {
		int count = this.tally.toReview().size();
		return (count == 0) ? Optional.empty()
				: Optional.of(Counted.of(count, "step") + ((count == 1) ? " was" : " were")
						+ " done without the second person that the policy wants. Review that under Approvals.");
	}

}
