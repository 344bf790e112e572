package io.watchfloor.action.aws.ecs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.CallKnowledge;
import io.watchfloor.action.aws.Told;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** The newest revision of a family, which a registration makes by one more. */
@Component
class Revisions implements CallKnowledge {

	private static final String NEWEST = "newest revision";

	@Override
	public boolean knows(AwsChange call) {
		return call.is("ecs register-task-definition");
	}

	private static String family(AwsChange call) {
		return Objects.toString(call.parameters().get("family"), "");
	}

	@Override
	public SortedMap<String, String> now(AwsChange call, AwsSession session) {
		try {
			Told newest = session
				.ask("ecs", "describe-task-definition", Map.of("taskDefinition", family(call)), call.region())
				.at("taskDefinition");
			return new TreeMap<>(Map.of(NEWEST, newest.text("family") + ":" + newest.number("revision")));
		}
		catch (Problem problem) {
			if (problem.category() == Problem.Category.TARGET_SAID_NO
					&& String.valueOf(problem.getMessage()).contains("Unable to describe")) {
				return new TreeMap<>();
			}
			throw problem;
		}
	}

	@Override
	public List<AwsCall> calls(AwsChange call) {
		Map<String, Object> none = Map.of();
		return List.of(new AwsCall("ecs", "describe-task-definition", none, call.region()),
				new AwsCall("ecs", "deregister-task-definition", none, call.region()));
	}

	@Override
	public SortedMap<String, String> after(AwsChange call, SortedMap<String, String> now) {
		String last = now.getOrDefault(NEWEST, ":0");
		int number = Integer.parseInt(last.substring(last.lastIndexOf(':') + 1));
		return new TreeMap<>(Map.of(NEWEST, family(call) + ":" + (number + 1)));
	}

	/** A network mode that is not written is the one that ECS takes by itself. */
	@Override
	public void note(AwsChange call, SortedMap<String, String> now, AwsSession session, PlanDraft draft) {
		draft.effect("Nothing runs it before it is deployed.");
		TaskDefinition after = new TaskDefinition(new Told(call.parameters()));
		if (!now.isEmpty()) {
			TaskDefinition.of(now.getOrDefault(NEWEST, ""), call.region(), session)
				.differences(after)
				.stream()
				.filter((change) -> !(change.property().equals("networkMode") && change.after() == null))
				.forEach((change) -> draft.change(change.property(), change.now(), change.after()));
		}
		if (!call.parameters().containsKey("executionRoleArn")) {
			draft.warn("Without an execution role its images and secrets cannot be fetched on Fargate.");
		}
		after.images()
			.stream()
			.filter((image) -> !image.contains("@sha256:"))
			.forEach((image) -> draft.warn(image + " is a tag and can be another image tomorrow."));
	}

	@Override
	public Optional<AwsChange> undo(AwsChange call, SortedMap<String, String> now) {
		return Optional.of(call.with("deregister-task-definition",
				Map.of("taskDefinition", after(call, now).getOrDefault(NEWEST, ""))));
	}

}
