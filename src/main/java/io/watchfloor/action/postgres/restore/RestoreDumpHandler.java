package io.watchfloor.action.postgres.restore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.kernel.Counted;
import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.postgres.PostgresServers;
import io.watchfloor.action.postgres.PostgresSession;
import io.watchfloor.action.postgres.PostgresTargets;
import io.watchfloor.action.postgres.SqlChange;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * The dump is read to its end before anything is made; a restore that fails takes its own
 * database away again, and only that.
 */
@Component
class RestoreDumpHandler implements ChangeHandler<RestoreDump> {

	private static final String ROWS = "rows ";

	private final PostgresServers servers;

	private final PgRestore tool;

	private final PlainRestore plain;

	private final Clock clock;

	RestoreDumpHandler(PostgresServers servers, PgRestore tool, Clock clock) {
		this.servers = servers;
		this.tool = tool;
		this.plain = new PlainRestore(servers);
		this.clock = clock;
	}

	@Override
	public ActionType<RestoreDump> type() {
		return new ActionType<>("postgres.restore-dump", RestoreDump.class, PostgresTargets.KIND);
	}

	@Override
	public Plan plan(RestoreDump action, Target target) {
		Instant now = this.clock.instant();
		if (action.database().isEmpty()) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"The name of the new database is missing. A restore never goes over one that is there.");
		}
		DumpFile file = DumpFile.of(action.dump(), target);
		DumpContents contents = PlainRestore.reads(file) ? this.plain.contents(file) : this.tool.contents(file);
		PlanDraft draft = new PlanDraft().call(create(action))
			.call(line(file, action, target))
			.call(drop(action))
			.change("database " + action.database(), null,
					Counted.of(contents.rows().size(), "table") + ", " + Counted.of(contents.allRows(), "row"))
			.mark("dump", file.marker())
			.undo("Drop the new database: DROP DATABASE " + action.database() + ".")
			.doneWhen("every table has as many rows as the dump", Duration.ofMinutes(5));
		contents.rows().forEach((table, rows) -> draft.mark(ROWS + table, Long.toString(rows)));
		try (PostgresSession session = this.servers.reading(target)) {
			RestoreNotes notes = new RestoreNotes(action, file, contents, session);
			notes.demandPossible();
			notes.add(draft, now);
		}
		return draft.plan(now);
	}

	private static String line(DumpFile file, RestoreDump action, Target target) {
		return PlainRestore.reads(file) ? PlainRestore.line(file, action.database())
				: PgRestore.line(file, action.database(), target);
	}

	private static String create(RestoreDump action) {
		return "CREATE DATABASE " + action.database() + " TEMPLATE template0";
	}

	private static String drop(RestoreDump action) {
		return "Only if the restore fails: DROP DATABASE " + action.database();
	}

	@Override
	public Outcome execute(RestoreDump action, Plan plan, Target target, RunContext context) {
		DumpFile file = DumpFile.of(action.dump(), target);
		try (PostgresSession session = this.servers.changing(target)) {
			context.making(new Plan.Call(create(action)));
			session.execute(create(action), context);
		}
		catch (Problem problem) {
			return (problem.category() == Problem.Category.TARGET_SAID_NO)
					? new Outcome.Failed(problem.getMessage() + " Nothing was changed.")
					: new Outcome.Unknown(problem.getMessage() + " The database may be there, and empty.");
		}
		context.keep("made the database " + action.database());
		context.making(new Plan.Call(line(file, action, target)));
		String trouble = PlainRestore.reads(file) ? this.plain.restore(file, action.database(), target, context)
				: this.tool.restore(file, action.database(), target, context);
		return trouble.isEmpty() ? new Outcome.Succeeded("Restored.", Map.of("database", action.database()))
				: takeBack(action, trouble, target, context);
	}

	private Outcome takeBack(RestoreDump action, String trouble, Target target, RunContext context) {
		String failed = "The restore failed: " + trouble + ". ";
		try (PostgresSession session = this.servers.changing(target)) {
			context.making(new Plan.Call(drop(action)));
			session.execute("DROP DATABASE " + action.database() + " WITH (FORCE)", context);
			return new Outcome.Failed(failed + "Its database was dropped; nothing is left.");
		}
		catch (Problem problem) {
			return new Outcome.Failed(
					failed + "Its database " + action.database() + " is left and not whole: " + problem.getMessage());
		}
	}

	@Override
	public Verification verify(RestoreDump action, Plan plan, Target target) {
		try (PostgresSession session = this.servers.reading(target)) {
			return RestoreNotes.exists(action.database(), session) ? counted(action, plan, target)
					: Verification.failed("there is no database " + action.database());
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	private Verification counted(RestoreDump action, Plan plan, Target target) {
		try (PostgresSession session = this.servers.reading(PostgresServers.database(target, action.database()))) {
			List<String> differing = new ArrayList<>();
			long same = 0;
			for (Map.Entry<String, String> marker : plan.markers().entrySet()) {
				if (marker.getKey().startsWith(ROWS)) {
					String table = marker.getKey().substring(ROWS.length());
					String rows = RowCount.of(table, session);
					same += rows.equals(marker.getValue()) ? 1 : 0;
					if (!rows.equals(marker.getValue())) {
						differing.add(table + " has " + rows + " rows, not " + marker.getValue());
					}
				}
			}
			if (!differing.isEmpty()) {
				return Verification.failed(String.join("; ", differing));
			}
			String observed = same + " tables have as many rows as the dump";
			return (same == 0 || plan.markers().containsKey("uncounted"))
					? Verification.unknown(observed + "; the others nobody has counted") : Verification.holds(observed);
		}
	}

	@Override
	public Settlement probe(RestoreDump action, Plan plan, Target target) {
		try (PostgresSession session = this.servers.reading(target)) {
			if (!RestoreNotes.exists(action.database(), session)) {
				return new Settlement(Settlement.Finding.DID_NOT_HAPPEN, "there is no database " + action.database());
			}
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
		Verification seen = verify(action, plan, target);
		boolean whole = seen.state() == Verification.State.HOLDS;
		return new Settlement(whole ? Settlement.Finding.HAPPENED : Settlement.Finding.CANNOT_TELL,
				"the database is there" + (whole ? ": " : ", but not whole: ") + seen.observed());
	}

	@Override
	public Optional<Action> undo(RestoreDump action, Plan plan) {
		return Optional.of(new SqlChange("DROP DATABASE " + action.database()));
	}

}
