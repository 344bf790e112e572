package io.watchfloor.action.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.Plan;
import org.jspecify.annotations.Nullable;

/** Works out what a changing statement will do, from live state. */
final class SqlPlans {

	private static final Plan.DoneWhen SOON = new Plan.DoneWhen("", Duration.ZERO, Duration.ofMinutes(2));

	private SqlPlans() {
	}

	static Plan of(SqlChange action, PostgresSession session, Instant at) {
		return switch (action.shape()) {
			case SqlShape.Rows rows -> rows(action, rows, session, at);
			case SqlShape.NewRows rows -> newRows(action, rows, session, at);
			case SqlShape.Objects objects -> objects(action, objects, session, at);
		};
	}

	private static Plan rows(SqlChange action, SqlShape.Rows shape, PostgresSession session, Instant at) {
		Map<String, String> counted = session.rows(shape.count()).getFirst();
		String rows = counted.getOrDefault("rows", "?");
		List<String> effects = new ArrayList<>(List.of("One transaction; it is taken back unless it touches exactly "
				+ RowCount.words(rows) + ". It waits at most 5 s for a lock."));
		session.rows("EXPLAIN " + action.sql())
			.stream()
			.limit(10)
			.map((line) -> line.values().iterator().next())
			.forEach(effects::add);
		List<Plan.Warning> warnings = new ArrayList<>();
		if (!action.sql().toLowerCase(java.util.Locale.ROOT).contains(" where ")) {
			warnings.add(new Plan.Warning(true, "No condition: every row of the table is touched."));
		}
		if (rows.equals("0")) {
			warnings.add(new Plan.Warning(false, "No row matches; there is nothing to do."));
		}
		List<String> samples = session.rows(shape.samples())
			.stream()
			.map((row) -> row.getOrDefault("row", ""))
			.toList();
		SortedMap<String, String> markers = new TreeMap<>(
				Map.of("rows", rows, "digest", counted.getOrDefault("digest", "?")));
		return plan(action,
				List.of(new Plan.Change("rows chosen", rows, shape.removes() ? "0" : "as the statement says")), effects,
				warnings, samples, "None: the rows' former content is not kept. Take a dump of the table before.",
				shape.removes() ? "no row matches the condition" : "the rows are no longer as the plan found them",
				markers, at);
	}

	private static Plan newRows(SqlChange action, SqlShape.NewRows shape, PostgresSession session, Instant at) {
		String there = session.rows(shape.there()).getFirst().getOrDefault("rows", "?");
		long after = Long.parseLong(there) + shape.number();
		List<Plan.Warning> warnings = there.equals("0") ? List.of()
				: List.of(new Plan.Warning(true, "Already there with these values: " + RowCount.words(there) + "."));
		return plan(action, List.of(new Plan.Change("rows with these values", there, Long.toString(after))),
				List.of("One transaction; it is taken back unless it adds exactly " + RowCount.words(shape.number())
						+ "."),
				warnings, List.of(), "Delete the rows again; the plan of that shows them first.",
				"the table holds " + RowCount.words(after) + " with these values",
				new TreeMap<>(Map.of("rows", Long.toString(shape.number()), "there", there)), at);
	}

	private static Plan objects(SqlChange action, SqlShape.Objects shape, PostgresSession session, Instant at) {
		List<Plan.Change> changes = new ArrayList<>();
		SortedMap<String, String> markers = new TreeMap<>();
		for (SqlObject object : shape.objects()) {
			SqlObject.State state = object.look(session);
			String rows = (shape.expected() == SqlShape.Expected.EMPTY && state.exists()) ? count(object, session) : "";
			changes.add(new Plan.Change(object.words(), state.exists() ? (rows + state.words()).strip() : null,
					after(shape.expected())));
			markers.put(object.words(), (rows + state.marker()).strip());
		}
		List<String> effects = List.of(shape.alone() ? "Outside a transaction, as PostgreSQL demands for it."
				: "One transaction. It waits at most 5 s for a lock.");
		return plan(action, changes, effects, SqlDangers.of(action, shape, session), List.of(), undo(shape, markers),
				switch (shape.expected()) {
					case PRESENT -> "each is there and valid";
					case ABSENT -> "none is there";
					case CHANGED -> "each is another than the plan found";
					case EMPTY -> "each is empty";
				}, markers, at);
	}

	private static @Nullable String after(SqlShape.Expected expected) {
		return expected.after();
	}

	private static String undo(SqlShape.Objects shape, SortedMap<String, String> markers) {
		boolean setting = shape.objects().getFirst().kind() == SqlObject.Kind.SETTING;
		return setting ? "Write down what was written before: " + markers.values().iterator().next()
				: switch (shape.expected()) {
					case PRESENT -> "Drop it again.";
					case ABSENT, EMPTY -> "None: what is gone comes back only from a backup.";
					case CHANGED -> "None by itself: the statement that puts it back depends on what stood there.";
				};
	}

	static String count(SqlObject object, PostgresSession session) {
		return session.rows("SELECT count(*) AS rows FROM " + object.name()).getFirst().getOrDefault("rows", "?")
				+ " rows, ";
	}

	private static Plan plan(SqlChange action, List<Plan.Change> changes, List<String> effects,
			List<Plan.Warning> warnings, List<String> samples, String undo, String done,
			SortedMap<String, String> markers, Instant at) {
		return new Plan(List.of(new Plan.Call(action.sql())), changes, effects, warnings, samples, undo,
				new Plan.DoneWhen(done, SOON.holdFor(), SOON.within()), markers, at);
	}

	/** How many rows a plan showed. */
	static long planned(Plan plan) {
		return Long.parseLong(plan.markers().getOrDefault("rows", "-1"));
	}

	/** The statement that writes down a setting as it was. */
	static Optional<String> settingBefore(SqlChange action, Plan plan) {
		if (!(action.shape() instanceof SqlShape.Objects shape)
				|| shape.objects().getFirst().kind() != SqlObject.Kind.SETTING) {
			return Optional.empty();
		}
		String name = shape.objects().getFirst().name();
		String before = plan.markers().getOrDefault("setting " + name, "default");
		return Optional.of(before.equals("default") ? "ALTER SYSTEM RESET " + name
				: "ALTER SYSTEM SET " + name + " = '" + before.replace("'", "''") + "'");
	}

}
