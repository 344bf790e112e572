package io.watchfloor.run.ui;

import io.watchfloor.run.RunTally;
import io.watchfloor.ui.StatusItem;

/** How many runs are under way. */
record RunsStatus(RunTally tally) implements StatusItem {

	private static final int ORDER = 30;

	@Override
	public String text() {
		int count = this.tally.underWay();
		return (count > 0) ? "Runs: " + count + " under way" : "";
	}

	@Override
	public int order() {
		return ORDER;
	}

}
