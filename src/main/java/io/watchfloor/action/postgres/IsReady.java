package io.watchfloor.action.postgres;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/** Asks whether PostgreSQL takes connections; whom it lets in does not matter. */
public record IsReady() implements Action {

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Look whether PostgreSQL takes connections";
	}

	@Override
	public String commandLine() {
		return "pg_isready";
	}

}
