package io.watchfloor.action.postgres;

import java.util.Objects;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Rebuilds an index, or all of a table's, while others read and write.
 *
 * @param kind what the name names
 * @param name as SQL writes it
 */
public record Reindex(Kind kind, String name) implements Action {

	/** What is named. */
	public enum Kind {

		/** One index. */
		INDEX,
		/** A table with all its indexes. */
		TABLE

	}

	public Reindex {
		Objects.requireNonNull(kind, "kind");
		SqlName.demand(name);
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return "Rebuild " + ((this.kind == Kind.INDEX) ? "the index " : "the indexes of ") + this.name;
	}

	@Override
	public String commandLine() {
		return "psql -c " + Shell.quote("REINDEX " + this.kind + " CONCURRENTLY " + this.name);
	}

}
