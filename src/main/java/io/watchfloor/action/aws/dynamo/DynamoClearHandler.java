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
import io.watchfloor.action.aws.ExportFile;
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

	private static final String EXPORT = "export";

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
		ExportFile export = ExportFile.free(action.table(), session);
		PlanDraft draft = new PlanDraft().call(written(export, count))
			.call(call(action, count))
			.change("items that match", Integer.toString(count), "0")
			.effect(action.table() + " holds about " + found.table().number("ItemCount") + " items; finding these took "
					+ found.capacity() + " read units, deleting them takes at least " + count + " write units")
			.mark(EXPORT, export.name())
			.mark(COUNT, Integer.toString(count))
			.mark(DIGEST, found.digest())
			.undo("None by itself: every item stands whole in " + export.path()
					+ ", one a line; putting back those that are wanted is a person's.")
			.doneWhen("no item matches, and the export has them all", Duration.ofMinutes(2));
		found.keys().stream().limit(20).forEach((key) -> draft.sample(JsonText.write(key)));
		if (count == 0) {
			draft.warn("Nothing matches.").untold("a person has looked: nothing matched before");
		}
		else {
			draft.danger(count + " items are deleted. Only the export on this machine keeps them.");
		}
		if (found.table().at("StreamSpecification").on("StreamEnabled")) {
			draft.warn("The table has a stream: whoever reads it sees every deletion.");
		}
		return draft.plan(at);
	}

	private static String written(ExportFile export, int count) {
		return "Scan, and write " + count + " whole items to " + export.path();
	}

	private static String call(DynamoClear action, int count) {
		return "BatchWriteItem (DeleteRequest of " + count + " keys of " + action.table() + ", 25 at a time)";
	}

	@Override
	protected Outcome execute(DynamoClear action, Plan plan, AwsSession session, RunContext context) {
		ExportFile export = ExportFile.named(plan.markers().getOrDefault(EXPORT, ""), session);
		Matching found;
		context.making(new Plan.Call(written(export, Integer.parseInt(plan.markers().getOrDefault(COUNT, "0")))));
		try (ExportFile.Writing writing = export.begin()) {
			found = Matching.exported(action, session, writing);
		}
		catch (Problem problem) {
			return new Outcome.Failed(problem.getMessage() + " Nothing was deleted.");
		}
		if (!found.digest().equals(plan.markers().get(DIGEST)) || export.lines() != found.keys().size()) {
			return new Outcome.Refused("Other items match than the plan found. Plan again; nothing was deleted. What"
					+ " matches now stands in " + export.path() + ".");
		}
		context.keep("exported " + found.keys().size() + " items to " + export.path());
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
		long kept = "0".equals(plan.markers().get(COUNT)) ? 0
				: ExportFile.named(plan.markers().getOrDefault(EXPORT, ""), session).lines();
		String observed = left + " items match; the export has " + Math.max(0, kept);
		if (kept < Long.parseLong(plan.markers().getOrDefault(COUNT, "0"))) {
			return Verification.failed(observed + " of " + plan.markers().get(COUNT));
		}
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
