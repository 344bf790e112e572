package io.watchfloor.action.redis;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Exchanges two of the server's databases at once: whoever uses one sees the other's keys
 * from then on.
 */
public record SwapDatabases(int first, int second) implements Action {

	static final int MOST = 9_999;

	public SwapDatabases {
		if (first < 0 || second < 0 || first > MOST || second > MOST || first == second) {
			throw new IllegalArgumentException("SWAPDB takes the numbers of two databases");
		}
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Exchange the databases " + this.first + " and " + this.second;
	}

	/** As the server takes it. */
	String command() {
		return "SWAPDB " + this.first + " " + this.second;
	}

	@Override
	public String commandLine() {
		return "redis-cli " + command();
	}

}
