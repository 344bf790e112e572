package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Verification;

/**
 * What a look at the cluster found about a change.
 *
 * @param applied whether the change stands in the objects
 * @param state whether it counts as done
 */
record Look(boolean applied, Verification.State state, String observed) {

	/** Taken and nothing to wait for. */
	static Look done(String observed) {
		return new Look(true, Verification.State.HOLDS, observed);
	}

	static Look missing(String observed) {
		return new Look(false, Verification.State.NOT_YET, observed);
	}

	/** Taken, as far as the roll-out is. */
	static Look rolling(RolloutState state) {
		return new Look(true, switch (state.stage()) {
			case COMPLETE, NOT_ROLLED -> Verification.State.HOLDS;
			case UNTOLD -> Verification.State.UNKNOWN;
			case UNDER_WAY -> Verification.State.NOT_YET;
			case FAILED -> Verification.State.FAILED;
		}, state.message());
	}

	/** All of them together: the worst counts. */
	static Look all(List<Look> looks) {
		if (looks.isEmpty()) {
			return new Look(false, Verification.State.UNKNOWN, "nothing was found to look at");
		}
		List<String> observed = new ArrayList<>();
		Verification.State worst = Verification.State.HOLDS;
		boolean applied = true;
		for (Look look : looks) {
			observed.add(look.observed());
			applied &= look.applied();
			worst = (rank(look.state()) > rank(worst)) ? look.state() : worst;
		}
		return new Look(applied, worst, String.join("; ", observed));
	}

	private static int rank(Verification.State state) {
		return switch (state) {
			case HOLDS -> 0;
			case NOT_YET -> 1;
			case UNKNOWN -> 2;
			case FAILED -> 3;
		};
	}

}
