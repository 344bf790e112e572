package io.watchfloor.action.aws.sqs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A message is on this machine's disk before it is deleted; nothing else is deleted. */
@Component
class SqsPurgeHandler extends SessionChange<SqsPurge, AwsSession> {

	private static final String EXPORT = "export";

	SqsPurgeHandler(AwsSessions sessions, Clock clock) {
		super(sessions, clock);
	}

	@Override
	public ActionType<SqsPurge> type() {
		return new ActionType<>("aws.sqs-purge", SqsPurge.class, AwsTargets.KIND);
	}

	@Override
	protected Plan plan(SqsPurge action, AwsSession session, Instant at) {
		Queue queue = Queue.at(action.queueUrl(), action.region(), session);
		ExportFile export = ExportFile.free(action.name(), session);
		long waiting = queue.waiting();
		PlanDraft draft = new PlanDraft().call(call(action, export))
			.change(action.name() + ", waiting", Long.toString(waiting), "0")
			.effect(queue.words() + "; those in flight are others' and stay")
			.effect("Not the service's own PurgeQueue, which keeps nothing; what arrives meanwhile is exported too.")
			.mark(EXPORT, export.name())
			.mark("queue", queue.arn())
			.mark("waiting", "about 2^" + (Long.SIZE - Long.numberOfLeadingZeros(waiting)))
			.undo("None by itself: every message stands in " + export.path()
					+ ", one a line; sending again those that are wanted is a person's.")
			.doneWhen("nothing waits, and the export is there", Duration.ofMinutes(3));
		if (waiting == 0) {
			draft.warn("Nothing waits.").untold("a person has looked: nothing waited before");
		}
		else {
			draft.danger(waiting + " messages leave the queue. Only the export on this machine keeps them.");
		}
		if (!queue.told().text("RedrivePolicy").isEmpty()) {
			draft.warn("A message that was received as often as the queue allows goes to its dead-letter queue"
					+ " instead of the export.");
		}
		return draft.plan(at);
	}

	private static ExportFile export(Plan plan, AwsSession session) {
		return ExportFile.named(plan.markers().getOrDefault(EXPORT, ""), session);
	}

	private static String call(SqsPurge action, ExportFile export) {
		return "ReceiveMessage, write to " + export.path() + ", DeleteMessageBatch (ten at a time, until "
				+ action.name() + " is empty)";
	}

	@Override
	protected Outcome execute(SqsPurge action, Plan plan, AwsSession session, RunContext context) {
		ExportFile export = export(plan, session);
		long most = 2 * Queue.at(action.queueUrl(), action.region(), session).waiting() + 1_000;
		context.making(new Plan.Call(call(action, export)));
		try (ExportFile.Writing writing = export.begin()) {
			QueueExport work = new QueueExport(action.queueUrl(), writing, context);
			try {
				session.with(SqsClient.class, "sqs", "sqs export", action.region(), (sqs) -> {
					work.empty(sqs, most);
					return work;
				});
			}
			catch (Problem problem) {
				return afterSending(problem, work.words() + " They stand in " + export.path() + ".");
			}
			String words = work.words() + " They stand in " + export.path() + ".";
			return context.cancelled() ? new Outcome.Failed("Stopped on request. " + words)
					: (work.exported() >= most)
							? new Outcome.Failed("It is filled as fast as it is emptied; stop who sends. " + words)
							: new Outcome.Succeeded(words, Map.of("deleted", Long.toString(work.deleted())));
		}
		catch (Problem problem) {
			return new Outcome.Failed(problem.getMessage() + " Nothing was deleted.");
		}
	}

	@Override
	protected Verification verify(SqsPurge action, Plan plan, AwsSession session) {
		Queue queue = Queue.at(action.queueUrl(), action.region(), session);
		long lines = export(plan, session).lines();
		String observed = queue.words() + "; the export has " + Math.max(0, lines) + " messages";
		if ("about 2^0".equals(plan.markers().get("waiting"))) {
			return Verification.unknown(observed + "; nothing waited before");
		}
		return (lines < 1) ? Verification.failed(observed) : Verification.when(queue.waiting() == 0, observed);
	}

	@Override
	protected Settlement probe(SqsPurge action, Plan plan, AwsSession session) {
		return probe(action, plan, session, List.of());
	}

	@Override
	protected Settlement probe(SqsPurge action, Plan plan, AwsSession session, List<String> kept) {
		Verification seen = verify(action, plan, session);
		if (kept.isEmpty()) {
			return new Settlement(Settlement.Finding.DID_NOT_HAPPEN, "no message was deleted; " + seen.observed());
		}
		return new Settlement((seen.state() == Verification.State.HOLDS) ? Settlement.Finding.HAPPENED
				: Settlement.Finding.CANNOT_TELL, kept.size() + " batches were begun; " + seen.observed());
	}

}
