package io.watchfloor.action.postgres;

import java.util.List;
import java.util.stream.Collectors;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Runs queries that a runbook wrote, one after the other, read-only.
 *
 * @param statements each one that {@link ReadOnlySql} accepts, without comments
 * @param layout of the text
 */
public record Query(List<String> statements, Layout layout) implements Action {

	private static final int MOST = 20;

	public Query {
		statements = statements.stream().map((sql) -> SqlText.single(sql).text()).toList();
		if (statements.isEmpty() || statements.size() > MOST) {
			throw new IllegalArgumentException("between one and " + MOST + " queries are run at a time");
		}
		statements.forEach(ReadOnlySql::demand);
	}

	/** One query in the usual layout. */
	public Query(String sql) {
		this(List.of(sql), Layout.USUAL);
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Query: " + String.join("; ", this.statements);
	}

	@Override
	public String commandLine() {
		return "psql " + this.layout.flags()
				+ this.statements.stream().map((sql) -> "-c " + Shell.quote(sql)).collect(Collectors.joining(" "));
	}

}
