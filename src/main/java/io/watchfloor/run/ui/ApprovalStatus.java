package io.watchfloor.run.ui;

import io.watchfloor.run.ApprovalTally;
import io.watchfloor.ui.StatusItem;

/** How much waits for the person who looks. */
record ApprovalStatus(ApprovalTally tally) implements StatusItem {

	private static final int ORDER = 10;

	@Override
	public String text() {
		int count = this.tally.forMe().size();
		if (count == 0) {
			return "";
		}
		return (count == 1) ? "1 waits for your approval" : count + " wait for your approval";
	}

	@Override
	public int order() {
		return ORDER;
	}

}
