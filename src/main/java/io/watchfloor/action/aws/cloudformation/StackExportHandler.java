package io.watchfloor.action.aws.cloudformation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** The file is what the plan saw, by its digest; what is in it is shown nowhere. */
@Component
class StackExportHandler implements ChangeHandler<StackExport> {

	private static final String DIGEST = "sha256";

	private static final long MOST = 8L << 20;

	private final AwsSessions sessions;

	private final Clock clock;

	StackExportHandler(AwsSessions sessions, Clock clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	@Override
	public ActionType<StackExport> type() {
		return new ActionType<>("aws.stack-export", StackExport.class, AwsTargets.KIND);
	}

	@Override
	public Plan plan(StackExport action, Target target) {
		ArtifactFile file = ArtifactFile.of(action.file(), target);
		file.demandFree();
		try (AwsSession session = this.sessions.reading(target)) {
			StackDescription found = StackDescription.read(action, session);
			PlanDraft draft = new PlanDraft().mark(DIGEST, found.sha256());
			calls(action, file, found.sha256(), session).forEach((call) -> draft.call(call.text()));
			String status = found.stack().text("StackStatus");
			if (!status.endsWith("_COMPLETE")) {
				draft.warn("The stack is " + status + ": what it was made from is changing, or did not come to be.");
			}
			return draft
				.change(file.path().toString(), null,
						Counted.of(found.text().length(), "character") + ", SHA-256 " + found.sha256())
				.effect("Template, as it was given")
				.effect("Parameters: " + names(found.stack(), "Parameters", "ParameterKey"))
				.effect("Outputs: " + names(found.stack(), "Outputs", "OutputKey"))
				.warn("Parameters with NoEcho come as asterisks, and what the template names elsewhere (code, nested"
						+ " templates, secrets) is not in it.")
				.warn("What is written plainly in the template or in parameters stands in the file too; only the"
						+ " console's own account can read it.")
				.undo("None, and none is needed: nothing changes in the account. The file a person removes.")
				.doneWhen("the file is there with that digest, and is JSON", Duration.ofMinutes(1))
				.plan(this.clock.instant());
		}
	}

	private static String names(Told stack, String list, String key) {
		String names = stack.list(list)
			.stream()
			.map((each) -> each.text(key))
			.sorted()
			.collect(Collectors.joining(", "));
		return names.isEmpty() ? "none" : names;
	}

	private static List<Plan.Call> calls(StackExport action, ArtifactFile file, String digest, AwsSession session) {
		String region = action.region();
		return List.of(
				new Plan.Call(
						session.planned("cloudformation", "describe-stacks", StackDescription.names(action), region)),
				new Plan.Call(
						session.planned("cloudformation", "get-template", StackDescription.templates(action), region)),
				new Plan.Call("write " + file.path() + " (new, SHA-256 " + digest + ")"));
	}

	@Override
	public Outcome execute(StackExport action, Plan plan, Target target, RunContext context) {
		String digest = plan.markers().getOrDefault(DIGEST, "");
		try (AwsSession session = this.sessions.reading(target)) {
			ArtifactFile file = ArtifactFile.of(action.file(), target);
			List<Plan.Call> calls = calls(action, file, digest, session);
			context.making(calls.getFirst());
			context.making(calls.get(1));
			StackDescription found = StackDescription.read(action, session);
			if (!found.sha256().equals(digest)) {
				return new Outcome.Refused("The stack changed since the plan. Plan again; nothing was written.");
			}
			context.making(calls.getLast());
			byte[] content = found.text().getBytes(StandardCharsets.UTF_8);
			file.write(new ByteArrayInputStream(content), MOST, digest);
			return new Outcome.Succeeded("Wrote " + file.path() + ", SHA-256 " + digest + ".",
					Map.of(DIGEST, digest, "file", file.path().toString()));
		}
		catch (Problem problem) {
			return new Outcome.Failed(problem.getMessage() + " Nothing was written.");
		}
	}

	@Override
	public Verification verify(StackExport action, Plan plan, Target target) {
		try {
			ArtifactFile file = ArtifactFile.of(action.file(), target);
			Optional<String> digest = file.sha256();
			if (!digest.equals(Optional.ofNullable(plan.markers().get(DIGEST)))) {
				return Verification.failed(digest.map((other) -> file.path() + " has the SHA-256 " + other)
					.orElse("there is no file " + file.path()));
			}
			return parsed(file);
		}
		catch (Problem problem) {
			return Verification.unknown(String.valueOf(problem.getMessage()));
		}
	}

	private static Verification parsed(ArtifactFile file) {
		try (InputStream stream = Files.newInputStream(file.path())) {
			JsonText.structure(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
			return Verification.holds(file.path() + " is JSON with the digest of the plan");
		}
		catch (IllegalArgumentException | IOException broken) {
			return Verification.failed(file.path() + " is no JSON: " + broken.getMessage());
		}
	}

	@Override
	public Settlement probe(StackExport action, Plan plan, Target target) {
		try {
			if (!ArtifactFile.of(action.file(), target).there()) {
				return new Settlement(Settlement.Finding.DID_NOT_HAPPEN, "there is no such file");
			}
			Verification seen = verify(action, plan, target);
			return new Settlement((seen.state() == Verification.State.HOLDS) ? Settlement.Finding.HAPPENED
					: Settlement.Finding.CANNOT_TELL, seen.observed());
		}
		catch (Problem problem) {
			return new Settlement(Settlement.Finding.CANNOT_TELL, String.valueOf(problem.getMessage()));
		}
	}

	@Override
	public Optional<Action> undo(StackExport action, Plan plan) {
		return Optional.empty();
	}

}
