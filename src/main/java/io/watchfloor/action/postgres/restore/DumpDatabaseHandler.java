package io.watchfloor.action.postgres.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
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
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * A dump gets its name only when it was read from beginning to end; verification reads it
 * again and looks for every table that the database had.
 */
@Component
class DumpDatabaseHandler implements ChangeHandler<DumpDatabase> {

	private static final String TABLES = "tables";

	private static final String TABLE = "table";

	private final PostgresServers servers;

	private final PgDump tool;

	private final PgRestore reader;

	private final PlainRestore plain;

	private final Clock clock;

	DumpDatabaseHandler(PostgresServers servers, PgDump tool, PgRestore reader, Clock clock) {
		this.servers = servers;
		this.tool = tool;
		this.reader = reader;
		this.plain = new PlainRestore(servers);
		this.clock = clock;
	}

	@Override
	public ActionType<DumpDatabase> type() {
		return new ActionType<>("postgres.dump", DumpDatabase.class, PostgresTargets.KIND);
	}

	@Override
	public Plan plan(DumpDatabase action, Target target) {
		Instant now = this.clock.instant();
		DumpPlace place = DumpPlace.of(action.file(), target);
		if (place.there()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"There is a file " + place.file() + " already. No dump is overwritten; choose another name.");
		}
		try (PostgresSession session = this.servers.reading(target)) {
			DumpNotes notes = new DumpNotes(action, place, session);
			String table = notes.table();
			PlanDraft draft = new PlanDraft();
			calls(action, place, table, target).forEach(draft::call);
			draft.call(left(place))
				.mark(TABLE, table)
				.undo("None, and none is needed: nothing changes in the database. A dump is not removed by the console;"
						+ " what is one too many, a person removes.")
				.doneWhen("the file can be read from beginning to end and holds every table", Duration.ofMinutes(5));
			notes.demandPossible(this.tool.major());
			notes.add(draft);
			return draft.plan(now);
		}
	}

	private static List<String> calls(DumpDatabase action, DumpPlace place, String table, Target target) {
		return List.of(PgDump.line(action, place.part(), table, target),
				(action.plain() ? "read to its end: " : "pg_restore --list ") + place.part(),
				"mv " + place.part() + " " + place.file());
	}

	private static String left(DumpPlace place) {
		return "Only if it fails: rm " + place.part();
	}

	@Override
	public Outcome execute(DumpDatabase action, Plan plan, Target target, RunContext context) {
		DumpPlace place = DumpPlace.of(action.file(), target);
		String table = plan.markers().getOrDefault(TABLE, "");
		List<String> calls = calls(action, place, table, target);
		context.making(new Plan.Call(calls.getFirst()));
		String trouble = dump(action, place, table, target, context);
		if (!trouble.isEmpty()) {
			return failed(place, trouble, context);
		}
		try {
			context.making(new Plan.Call(calls.get(1)));
			DumpContents contents = contents(action, place.part());
			contents.rows().forEach((name, rows) -> context.output(name + ": " + rows + " rows"));
			context.making(new Plan.Call(calls.get(2)));
			if (place.there()) {
				return failed(place, place.file() + " came to be there meanwhile", context);
			}
			Files.move(place.part(), place.file(), StandardCopyOption.ATOMIC_MOVE);
			return new Outcome.Succeeded(
					"Dumped " + Counted.of(contents.rows().size(), "table") + " with "
							+ Counted.of(contents.allRows(), "row") + " into " + place.file() + ".",
					Map.of("rows", Long.toString(contents.allRows())));
		}
		catch (Problem | IOException broken) {
			return failed(place, String.valueOf(broken.getMessage()), context);
		}
	}

	private String dump(DumpDatabase action, DumpPlace place, String table, Target target, RunContext context) {
		try {
			return this.tool.dump(action, place.part(), table, target, context);
		}
		catch (Problem problem) {
			return String.valueOf(problem.getMessage());
		}
	}

	private static Outcome failed(DumpPlace place, String trouble, RunContext context) {
		context.making(new Plan.Call(left(place)));
		place.removePart();
		return new Outcome.Failed("There is no dump: " + trouble + ". Nothing is left of it.");
	}

	private DumpContents contents(DumpDatabase action, java.nio.file.Path path) throws IOException {
		DumpFile file = new DumpFile(path, Files.size(path), Files.getLastModifiedTime(path).toInstant());
		return action.plain() ? this.plain.contents(file) : this.reader.contents(file);
	}

	@Override
	public Verification verify(DumpDatabase action, Plan plan, Target target) {
		try {
			DumpPlace place = DumpPlace.of(action.file(), target);
			if (!place.there()) {
				return Verification.failed("there is no file " + place.file());
			}
			DumpContents contents = contents(action, place.file());
			List<String> missing = new ArrayList<>(
					plan.markers().getOrDefault(TABLES, "").lines().filter((name) -> !name.isBlank()).toList());
			missing.removeAll(contents.rows().keySet());
			String observed = Counted.of(contents.rows().size(), "table") + ", " + Counted.of(contents.allRows(), "row")
					+ ", " + DumpFile.words(Files.size(place.file()));
			return missing.isEmpty() ? Verification.holds(observed)
					: Verification.failed("not in the dump: " + String.join(", ", missing));
		}
		catch (IOException broken) {
			return Verification.unknown(String.valueOf(broken.getMessage()));
		}
		catch (Problem problem) {
			return (problem.category() == Problem.Category.TARGET_SAID_NO)
					? Verification.failed(String.valueOf(problem.getMessage()))
					: Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Settlement probe(DumpDatabase action, Plan plan, Target target) {
		try {
			DumpPlace place = DumpPlace.of(action.file(), target);
			if (!place.there()) {
				return new Settlement(Settlement.Finding.DID_NOT_HAPPEN, "there is no file " + place.file()
						+ (Files.exists(place.part()) ? "; what was begun is " + place.part() : ""));
			}
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
		Verification seen = verify(action, plan, target);
		return new Settlement((seen.state() == Verification.State.HOLDS) ? Settlement.Finding.HAPPENED
				: Settlement.Finding.CANNOT_TELL, seen.observed());
	}

	@Override
	public Optional<Action> undo(DumpDatabase action, Plan plan) {
		return Optional.empty();
	}

}
