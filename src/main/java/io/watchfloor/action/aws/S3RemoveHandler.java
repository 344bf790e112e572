package io.watchfloor.action.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Lists what goes, deletes exactly that, looks whether it is gone. */
@Component
class S3RemoveHandler extends SessionChange<S3Remove, AwsSession> {

	private static final int BATCH = 1_000;

	S3RemoveHandler(AwsSessions sessions, Clock clock) {
		super(sessions, clock);
	}

	@Override
	public ActionType<S3Remove> type() {
		return new ActionType<>("aws.s3-remove", S3Remove.class, AwsTargets.KIND);
	}

	@Override
	protected Plan plan(S3Remove action, AwsSession session, Instant at) {
		S3Objects objects = S3Objects.of(action, session);
		int count = objects.tags().size();
		List<Plan.Warning> warnings = (count == 0)
				? List.of(new Plan.Warning(false, "There is nothing under " + action.place() + ".")) : List.of();
		return new Plan(List.of(call(action, count)),
				List.of(new Plan.Change("objects under " + action.place(), Integer.toString(count), "0")),
				List.of("%,d bytes in %,d objects".formatted(objects.bytes(), count),
						"Where the bucket keeps versions, a marker hides them and they still cost."),
				warnings, objects.tags().keySet().stream().limit(20).toList(),
				"None, unless the bucket keeps versions: then the markers can be deleted by hand.",
				new Plan.DoneWhen("0 objects under " + action.place(), Duration.ZERO, Duration.ofMinutes(1)),
				objects.markers(), at);
	}

	private static Plan.Call call(S3Remove action, int count) {
		return new Plan.Call(
				"DeleteObjects (%d objects in batches of %d) in %s".formatted(count, BATCH, action.place().bucket()));
	}

	@Override
	protected Outcome execute(S3Remove action, Plan plan, AwsSession session, RunContext context) {
		List<String> keys = new ArrayList<>(S3Objects.of(action, session).tags().keySet());
		if (!Integer.toString(keys.size()).equals(plan.markers().get("objects"))) {
			return new Outcome.Refused("There are " + keys.size() + " objects now; the plan showed "
					+ plan.markers().get("objects") + ". Nothing was deleted.");
		}
		context.making(call(action, keys.size()));
		int deleted = 0;
		try {
			while (deleted < keys.size() && !context.cancelled()) {
				List<String> batch = keys.subList(deleted, Math.min(keys.size(), deleted + BATCH));
				delete(action, session, batch);
				deleted += batch.size();
				context.progress(deleted, keys.size(), "objects");
			}
		}
		catch (Problem problem) {
			return ended(problem, context, deleted + " objects are gone.");
		}
		return (deleted < keys.size()) ? new Outcome.Failed("Stopped on request. " + deleted + " objects are gone.")
				: new Outcome.Succeeded(deleted + " objects deleted.", Map.of("deleted", Integer.toString(deleted)));
	}

	private static void delete(S3Remove action, AwsSession session, List<String> keys) {
		List<Map<String, String>> objects = keys.stream().map((key) -> Map.of("Key", key)).toList();
		Map<String, Object> answer = session.call("s3api", "delete-objects",
				Map.of("Bucket", action.place().bucket(), "Delete", Map.of("Objects", objects, "Quiet", true)),
				action.region());
		if (answer.get("Errors") instanceof List<?> errors && !errors.isEmpty()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					errors.size() + " objects were not deleted, the first: " + errors.getFirst() + ".");
		}
	}

	@Override
	protected Verification verify(S3Remove action, Plan plan, AwsSession session) {
		int left = S3Objects.of(action, session).tags().size();
		return new Verification((left == 0) ? Verification.State.HOLDS : Verification.State.NOT_YET,
				left + " objects under " + action.place());
	}

	@Override
	protected Settlement probe(S3Remove action, Plan plan, AwsSession session) {
		S3Objects now = S3Objects.of(action, session);
		Settlement.Finding finding = now.tags().isEmpty() ? Settlement.Finding.HAPPENED
				: now.markers().equals(plan.markers()) ? Settlement.Finding.DID_NOT_HAPPEN
						: Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, now.tags().size() + " objects under " + action.place());
	}

}
