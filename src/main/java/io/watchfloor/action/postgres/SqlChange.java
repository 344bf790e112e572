package io.watchfloor.action.postgres;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Carries out a changing statement that a runbook wrote, in a form that can be counted or
 * looked at before and after.
 *
 * @param sql one statement that {@link SqlShapes} knows, without comments
 */
public record SqlChange(String sql) implements Action {

	public SqlChange {
		sql = SqlText.single(sql).text();
		SqlShapes.of(sql);
	}

	SqlShape shape() {
		return SqlShapes.of(this.sql);
	}

	@Override
	public Risk risk() {
		return shape().risk();
	}

	@Override
	public String title() {
		return shape().title();
	}

	@Override
	public String commandLine() {
		return "psql -c " + Shell.quote(this.sql);
	}

}
