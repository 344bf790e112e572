package io.watchfloor.action.aws.lambda;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.aws.ArtifactFile;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.AwsSessions;
import io.watchfloor.action.aws.AwsTargets;
import io.watchfloor.action.aws.Told;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** What came is what the service says that the function runs, by its digest. */
@Component
class CodeDownloadHandler implements ChangeHandler<CodeDownload> {

	private static final String CODE = "code of ";

	private static final String SIZE = "size of ";

	private static final int MOST = 200;

	private final AwsSessions sessions;

	private final Clock clock;

	CodeDownloadHandler(AwsSessions sessions, Clock clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	@Override
	public ActionType<CodeDownload> type() {
		return new ActionType<>("aws.lambda-code", CodeDownload.class, AwsTargets.KIND);
	}

	private static List<Told> configurations(CodeDownload action, AwsSession session) {
		if (!action.functions().isEmpty()) {
			return action.functions()
				.stream()
				.map((name) -> session.ask("lambda", "get-function-configuration", Map.of("FunctionName", name),
						action.region()))
				.toList();
		}
		List<Told> all = new ArrayList<>();
		String marker = "";
		do {
			Told page = session.ask("lambda", "list-functions", marker.isEmpty() ? Map.of() : Map.of("Marker", marker),
					action.region());
			all.addAll(page.list("Functions"));
			marker = page.text("NextMarker");
		}
		while (!marker.isEmpty() && all.size() <= MOST);
		return all;
	}

	@Override
	public Plan plan(CodeDownload action, Target target) {
		try (AwsSession session = this.sessions.reading(target)) {
			List<Told> found = configurations(action, session);
			if (found.isEmpty() || found.size() > MOST) {
				throw new Problem(Problem.Category.TARGET_SAID_NO, found.isEmpty() ? "There are no functions."
						: "There are more than " + MOST + " functions; name those that are meant.");
			}
			PlanDraft draft = new PlanDraft();
			long bytes = 0;
			long room = -1;
			for (Told configuration : found) {
				boolean image = configuration.text("PackageType").equals("Image");
				if (image && action.functions().isEmpty()) {
					draft
						.warn(configuration.text("FunctionName") + " runs an image, which has no zip; it is left out.");
					continue;
				}
				FunctionCode code = FunctionCode.of(configuration);
				ArtifactFile file = code.file(action, target);
				if (file.there() && action.functions().isEmpty()) {
					draft.effect(code.name() + " is kept already as " + file.path());
					continue;
				}
				file.demandFree();
				calls(code, file, action, session).forEach((call) -> draft.call(call.text()));
				draft
					.change(file.path().toString(), null,
							Counted.of(code.size(), "byte") + ", SHA-256 " + code.sha256())
					.mark(CODE + code.name(), code.sha256())
					.mark(SIZE + code.name(), Long.toString(code.size()));
				bytes += code.size();
				room = file.room();
			}
			return told(draft, bytes, room).plan(this.clock.instant());
		}
	}

	private static PlanDraft told(PlanDraft draft, long bytes, long room) {
		if (bytes == 0) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "There is no code that is not kept already.");
		}
		if (room >= 0 && room < bytes) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"Only " + room + " bytes are free for " + bytes + " on this machine.");
		}
		return draft.effect(Counted.of(bytes, "byte") + " in all; " + room + " are free there")
			.warn("What stands plainly in the code stands in the files; only the console's own account can read them."
					+ " Configuration, layers and variables are not in them.")
			.undo("None, and none is needed: nothing changes in the account. The files a person removes.")
			.doneWhen("each file has the digest that the service tells", Duration.ofMinutes(1));
	}

	private static List<Plan.Call> calls(FunctionCode code, ArtifactFile file, CodeDownload action,
			AwsSession session) {
		return List.of(
				new Plan.Call(session.planned("lambda", "get-function", Map.of("FunctionName", code.name()),
						action.region())),
				new Plan.Call("GET the address that it signs, into " + file.path() + " (new, SHA-256 " + code.sha256()
						+ ")"));
	}

	/** The functions of the plan, as they were then. */
	private static List<FunctionCode> planned(Plan plan) {
		Map<String, FunctionCode> codes = new TreeMap<>();
		plan.markers().forEach((name, value) -> {
			if (name.startsWith(CODE)) {
				String function = name.substring(CODE.length());
				codes.put(function, new FunctionCode(function, value,
						Long.parseLong(plan.markers().getOrDefault(SIZE + function, "0"))));
			}
		});
		return List.copyOf(codes.values());
	}

	@Override
	public Outcome execute(CodeDownload action, Plan plan, Target target, RunContext context) {
		List<FunctionCode> codes = planned(plan);
		int done = 0;
		try (AwsSession session = this.sessions.reading(target)) {
			for (FunctionCode code : codes) {
				if (context.cancelled()) {
					return new Outcome.Failed("Stopped on request after " + done + " of " + codes.size() + ".");
				}
				ArtifactFile file = code.file(action, target);
				List<Plan.Call> calls = calls(code, file, action, session);
				context.making(calls.getFirst());
				Told function = session.ask("lambda", "get-function", Map.of("FunctionName", code.name()),
						action.region());
				if (!FunctionCode.of(function.at("Configuration")).equals(code)) {
					return new Outcome.Refused(code.name() + " changed since the plan. Plan again; " + done + " of "
							+ codes.size() + " were saved.");
				}
				context.making(calls.getLast());
				CodeFetch.fetch(code, function.at("Code").text("Location"), file, target, session.standIn());
				context.output(file.path() + " " + code.sha256());
				context.progress(++done, codes.size(), "functions");
			}
			return new Outcome.Succeeded("Saved the code of " + Counted.of(done, "function") + ".", Map.of());
		}
		catch (Problem problem) {
			return new Outcome.Failed(problem.getMessage() + " " + done + " of " + codes.size() + " were saved.");
		}
	}

	@Override
	public Verification verify(CodeDownload action, Plan plan, Target target) {
		try {
			List<String> amiss = new ArrayList<>();
			for (FunctionCode code : planned(plan)) {
				ArtifactFile file = code.file(action, target);
				Optional<String> digest = file.sha256();
				if (!digest.equals(Optional.of(code.sha256()))) {
					amiss.add(file.path() + (digest.isEmpty() ? " is not there" : " has the SHA-256 " + digest.get()));
				}
			}
			return amiss.isEmpty() ? Verification.holds("every file has the digest that the service told")
					: Verification.failed(String.join(", ", amiss));
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Settlement probe(CodeDownload action, Plan plan, Target target) {
		Verification seen = verify(action, plan, target);
		try {
			boolean none = planned(plan).stream().noneMatch((code) -> code.file(action, target).there());
			Settlement.Finding finding = none ? Settlement.Finding.DID_NOT_HAPPEN
					: (seen.state() == Verification.State.HOLDS) ? Settlement.Finding.HAPPENED
							: Settlement.Finding.CANNOT_TELL;
			return new Settlement(finding, seen.observed());
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Optional<Action> undo(CodeDownload action, Plan plan) {
		return Optional.empty();
	}

}
