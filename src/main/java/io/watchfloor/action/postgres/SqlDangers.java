package io.watchfloor.action.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.watchfloor.action.Plan;

/** What a statement about objects can do to those who use them. */
final class SqlDangers {

	private SqlDangers() {
	}

	static List<Plan.Warning> of(SqlChange action, SqlShape.Objects shape, PostgresSession session) {
		List<Plan.Warning> warnings = new ArrayList<>();
		String sql = action.sql().toLowerCase(Locale.ROOT);
		boolean concurrently = sql.contains(" concurrently ");
		if (sql.startsWith("reindex") && !concurrently) {
			warnings.add(new Plan.Warning(true,
					"Without CONCURRENTLY nobody writes to the table while it runs, and many reads wait."));
		}
		if (sql.startsWith("vacuum full") || sql.startsWith("cluster")) {
			warnings.add(new Plan.Warning(true, "Nobody reads or writes the table while it runs, and it needs free "
					+ "disk for a second copy. VACUUM without FULL does neither."));
		}
		if (sql.startsWith("create") && sql.contains("index") && !concurrently) {
			warnings.add(new Plan.Warning(true, "Without CONCURRENTLY nobody writes to the table while it runs."));
		}
		if (sql.startsWith("alter table")) {
			warnings.add(new Plan.Warning(false, "Most forms of ALTER TABLE lock the table against everybody."));
		}
		for (SqlObject object : shape.objects()) {
			SqlObject.State state = object.look(session);
			boolean wanted = shape.expected() == SqlShape.Expected.PRESENT;
			if (wanted == state.exists()) {
				warnings
					.add(new Plan.Warning(wanted, object.words() + (wanted ? " is there already." : " is not there.")));
			}
		}
		return warnings;
	}

}
