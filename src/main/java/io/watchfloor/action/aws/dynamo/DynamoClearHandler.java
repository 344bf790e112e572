package io.watchfloor.action.aws.dynamo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.SessionChange;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.AwsSessions;
import io.watchfloor.action.aws.AwsTargets;
import io.watchfloor.action.aws.line.JsonText;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/**
 * Counts exactly, deletes by key in batches of 25, and what is not taken is sent again.
 */
@Component
class DynamoClearHandler extends SessionChange<DynamoClear, AwsSession> {

	private static final String COUNT = "count";

	private static final String DIGEST = "keys";

	DynamoClearHandler(AwsSessions sessions, Clock clock) {
		super(sessions, clock);
	}

	@Override
	public ActionType<DynamoClear> type() {
		return new ActionType<>("aws.dynamo-clear", DynamoClear.class, AwsTargets.KIND);
	}

	@Override
	protected Plan plan(DynamoClear action, AwsSession session, Instant at) {
		Matching found = Matching.of(action, session);
		int count = found.keys().size();
		PlanDraft draft = new PlanDraft().call(call(action, count))
			.change("items that match", Integer.toString(count), "0")
			.effect(action.table() + " holds about " + found.table().number("ItemCount") + " items; finding these took "
					+ found.capacity() + " read units, deleting them takes at least " + count + " write units")
			.mark(COUNT, Integer.toString(count))
			.mark(DIGEST, found.digest())
			.undo("None: nothing keeps the items. Export the table first where they may be needed.")
			.doneWhen("no item matches", Duration.ofMinutes(2));
		found.keys().stream().limit(20).forEach((key) -> draft.sample(JsonText.write(key)));
		if (count == 0) {
			draft.warn("Nothing matches.").untold("a person has looked: nothing matched before");
		}
		else {
			draft.danger(count + " items are deleted and not kept.");
		}
		if (found.table().at("StreamSpecification").on("StreamEnabled")) {
			draft.warn("The table has a stream: whoever reads it sees every deletion.");
		}
		return draft.plan(at);
	}

	private static String call(DynamoClear action, int count) {
		return "BatchWriteItem (DeleteRequest of " + count + " keys of " + action.table() + ", 25 at a time)";
	}

	@Override
	protected Outcome execute(DynamoClear action, Plan plan, AwsSession session, RunContext context) {
		Matching found = Matching.of(action, session);
		if (!found.digest().equals(plan.markers().get(DIGEST))) {
			return new Outcome.Refused("Other items match than the plan found. Plan again; nothing was sent.");
		}
		context.making(new Plan.Call(call(action, found.keys().size())));
		ItemDeletion deletion = new ItemDeletion(action, session, context);
		try {
			deletion.delete(found.keys());
			return context.cancelled() ? new Outcome.Failed("Stopped on request. " + deletion.words())
					: new Outcome.Succeeded(deletion.words(), Map.of("deleted", Long.toString(deletion.deleted())));
		}
		catch (Problem problem) {
			return afterSending(problem, deletion.words());
		}
	}

	@Override
	protected Verification verify(DynamoClear action, Plan plan, AwsSession session) {
		int left = Matching.of(action, session).keys().size();
		String observed = left + " items match";
		return "0".equals(plan.markers().get(COUNT)) ? Verification.unknown(observed + ", and did not before")
				: Verification.when(left == 0, observed);
	}

	@Override
	protected Settlement probe(DynamoClear action, Plan plan, AwsSession session) {
		Matching now = Matching.of(action, session);
		Settlement.Finding finding = now.digest().equals(plan.markers().get(DIGEST))
				? (now.keys().isEmpty() ? Settlement.Finding.CANNOT_TELL : Settlement.Finding.DID_NOT_HAPPEN)
				: now.keys().isEmpty() ? Settlement.Finding.HAPPENED : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, now.keys().size() + " of " + plan.markers().get(COUNT) + " items still match");
	}

}
