package io.watchfloor.action.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The SQL is Alembic's own, asked without a connection; where to is settled to an id when
 * the plan is made.
 */
@Component
class AlembicMoveHandler extends HostChange<AlembicMove> {

	private static final String FROM = "from";

	private static final String TO = "to";

	private static final Pattern DROPS = Pattern
		.compile("(?is)\\s*(DROP\\s+TABLE\\s+.*|ALTER\\s+TABLE\\s+.*\\sDROP\\s+(?!CONSTRAINT|DEFAULT|NOT).*"
				+ "|TRUNCATE\\s.*|DELETE\\s.*|DROP\\s+(SCHEMA|TYPE|SEQUENCE)\\s.*)");

	private static final Pattern OWN = Pattern
		.compile("(?is)\\s*(BEGIN|COMMIT|(UPDATE|INSERT INTO|DELETE FROM|CREATE TABLE) alembic_version.*)\\s*");

	AlembicMoveHandler(Hosts hosts, Clock clock) {
		super(hosts, clock);
	}

	@Override
	public ActionType<AlembicMove> type() {
		return new ActionType<>("host.alembic", AlembicMove.class, "host");
	}

	@Override
	@Nullable String folder(Target target) {
		return new HostPaths(target).folder();
	}

	@Override
	Duration within() {
		return Duration.ofMinutes(30);
	}

	/** Below the error stand the statement and an address. */
	@Override
	String why(HostAnswer answer) {
		return answer.errors()
			.lines()
			.filter((line) -> line.contains("Error: ") || line.startsWith("FAILED"))
			.reduce((_, last) -> last)
			.orElseGet(answer::lastWords);
	}

	/** Never a step from here: what runs is where the plan said. */
	@Override
	List<List<String>> commands(AlembicMove action, Map<String, String> markers) {
		return List.of(List.of("alembic", action.way().word(), markers.getOrDefault(TO, "")));
	}

	private String ask(Target target, String... words) {
		HostAnswer answer = run(target, List.of(words));
		if (answer.exit() != 0) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "'" + String.join(" ", words) + "' ended with "
					+ answer.exit() + " on " + target.id() + ": " + answer.lastWords());
		}
		return answer.output();
	}

	private String current(Target target) {
		return Revisions.current(ask(target, "alembic", "current"));
	}

	@Override
	Plan plan(AlembicMove action, Target target, Instant at) {
		if (folder(target) == null) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"The target " + target.id() + " has no 'folder' in which alembic.ini is.");
		}
		String now = current(target);
		Revisions revisions = Revisions.of(ask(target, "alembic", "history"));
		String to = revisions.target(action, now);
		List<String> sql = sql(action, now, to, target);
		SortedMap<String, String> markers = new TreeMap<>(
				Map.of(FROM, now, TO, to, "sql", CanonicalJson.fingerprint(String.join(";", sql))));
		PlanDraft draft = new PlanDraft().change("revision", revisions.words(now), revisions.words(to));
		calls(action, markers).forEach((call) -> draft.call(call.text()));
		markers.forEach(draft::mark);
		sql.forEach(draft::sample);
		notes(action, sql, draft);
		return draft
			.undo(undo(action, now)
				.map((back) -> back.commandLine() + ": the tables come back, what they held does not.")
				.orElse("None: before it no migration had run."))
			.doneWhen("alembic current says " + to, Duration.ofMinutes(2))
			.plan(at);
	}

	private List<String> sql(AlembicMove action, String now, String to, Target target) {
		String range = (now.isEmpty() ? "base" : now) + ":" + to;
		return Arrays.stream(ask(target, "alembic", action.way().word(), range, "--sql").split(";\\s*(\\n|$)", -1))
			.map((statement) -> statement.replaceAll("(?m)^--.*$", "").strip().replaceAll("\\s+", " "))
			.filter((statement) -> !statement.isEmpty() && !OWN.matcher(statement).matches())
			.toList();
	}

	private static void notes(AlembicMove action, List<String> sql, PlanDraft draft) {
		draft.effect(sql.size() + " statements" + ((sql.size() > 20) ? ", the first 20 of them below" : ", below")
				+ ", as Alembic writes them without a connection");
		List<String> losing = sql.stream().filter(DROPS.asMatchPredicate()).toList();
		losing.forEach((statement) -> draft.danger("Takes data with it: " + shortened(statement)
				+ ". How many rows, this host does not see; count them first."));
		if (action.way() == AlembicMove.Way.DOWNGRADE || !losing.isEmpty()) {
			draft.warn("Dump the database first; nothing else brings the data back.");
		}
		draft.warn("What runs now was built for the revision that is there; deploy what goes with the other.");
		draft.warn("A statement that changes a table waits for whoever reads it, and lets nobody pass meanwhile.");
		if (sql.isEmpty()) {
			draft.warn("Alembic shows no statement: the migration is empty or works in a way that it cannot show.");
		}
	}

	private static String shortened(String text) {
		Matcher words = Pattern.compile("(?s)(.{0,160}).*").matcher(text);
		return words.matches() ? words.group(1) : text;
	}

	@Override
	Verification look(AlembicMove action, Plan plan, Target target) {
		String now = current(target);
		return Verification.when(now.equals(plan.markers().get(TO)),
				"the database is at " + (now.isEmpty() ? "no revision" : now));
	}

	@Override
	Settlement settle(AlembicMove action, Plan plan, Target target) {
		String now = current(target);
		Settlement.Finding finding = now.equals(plan.markers().get(TO)) ? Settlement.Finding.HAPPENED
				: now.equals(plan.markers().get(FROM)) ? Settlement.Finding.DID_NOT_HAPPEN
						: Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, "the database is at " + (now.isEmpty() ? "no revision" : now));
	}

	@Override
	public Optional<Action> undo(AlembicMove action, Plan plan) {
		return undo(action, plan.markers().getOrDefault(FROM, ""));
	}

	private static Optional<Action> undo(AlembicMove action, String from) {
		AlembicMove.Way back = (action.way() == AlembicMove.Way.UPGRADE) ? AlembicMove.Way.DOWNGRADE
				: AlembicMove.Way.UPGRADE;
		return from.isEmpty() ? Optional.empty() : Optional.of(new AlembicMove(back, from));
	}

}
