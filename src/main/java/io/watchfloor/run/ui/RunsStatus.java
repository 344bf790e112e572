package io.watchfloor.run.ui;

import io.watchfloor.run.Runs;
import io.watchfloor.ui.StatusItem;
import org.springframework.dao.DataAccessException;

/** How many runs are under way. */
final class RunsStatus implements StatusItem {

	private static final int ORDER = 30;

	private final Runs runs;

	RunsStatus(Runs runs) {
		this.runs = runs;
	}

	@Override
	public String text() {
		try {
			int count = this.runs.countUnderWay();
			return (count > 0) ? "Runs: " + count + " under way" : "";
		}
		catch (DataAccessException | org.jooq.exception.DataAccessException storeDown) {
			return "";
		}
	}

	@Override
	public int order() {
		return ORDER;
	}

}
