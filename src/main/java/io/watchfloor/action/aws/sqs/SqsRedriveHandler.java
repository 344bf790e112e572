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
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * By the service's own move where it has one, else in batches with a ledger. Bodies are
 * not shown: whoever receives a message counts as one more receive.
 */
@Component
class SqsRedriveHandler extends SessionChange<SqsRedrive, AwsSession> {

	/** For so long nothing may come back. */
	private static final Duration QUIET = Duration.ofMinutes(10);

	private static final String WAY = "way";

	private static final String TASK = "the service's own move";

	SqsRedriveHandler(AwsSessions sessions, Clock clock) {
		super(sessions, clock);
	}

	@Override
	public ActionType<SqsRedrive> type() {
		return new ActionType<>("aws.sqs-redrive", SqsRedrive.class, AwsTargets.KIND);
	}

	@Override
	protected Plan plan(SqsRedrive action, AwsSession session, Instant at) {
		DeadLetters letters = DeadLetters.of(action, session);
		if (letters.moving()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "A move of this queue is running already: "
					+ letters.words() + ". Wait for it, or cancel it (aws sqs cancel-message-move-task).");
		}
		boolean task = letters.tasks().isPresent();
		PlanDraft draft = new PlanDraft().call(call(action, letters, session))
			.change(letters.queue().name() + ", waiting", Long.toString(letters.queue().waiting()), "0")
			.change(letters.destination().name() + ", waiting", Long.toString(letters.destination().waiting()),
					"up to " + (letters.destination().waiting() + letters.queue().waiting()))
			.effect("Moved by " + (task ? TASK : "this console, ten at a time; each message's way is in the ledger"))
			.mark(WAY, task ? "task" : "batches")
			.mark("destination", letters.destination().arn())
			.mark("magnitude", Integer.toString(64 - Long.numberOfLeadingZeros(letters.queue().waiting())))
			.undo("None: what consumers have taken cannot be taken back. While it runs it can be stopped"
					+ (task ? " (aws sqs cancel-message-move-task)." : "; it then ends after the batch under way."))
			.doneWhen(letters.queue().name() + " is empty and stays so", QUIET, QUIET.plus(Duration.ofMinutes(50)));
		RedriveNotes.add(letters, draft);
		return draft.plan(at);
	}

	private static String call(SqsRedrive action, DeadLetters letters, AwsSession session) {
		return letters.tasks().isPresent()
				? session.planned("sqs", "start-message-move-task", action.parameters(), action.region())
				: "Until " + letters.queue().name() + " is empty: ReceiveMessage (10), SendMessageBatch to "
						+ letters.destination().url() + ", DeleteMessageBatch of what was accepted from "
						+ letters.queue().url();
	}

	@Override
	protected Outcome execute(SqsRedrive action, Plan plan, AwsSession session, RunContext context) {
		DeadLetters letters = DeadLetters.of(action, session);
		context.making(new Plan.Call(call(action, letters, session)));
		return letters.tasks().isPresent() ? start(action, session, context)
				: batches(action, letters, session, context);
	}

	private static Outcome start(SqsRedrive action, AwsSession session, RunContext context) {
		try {
			context.keep("sending the order to move");
			session.call("sqs", "start-message-move-task", action.parameters(), action.region());
			return new Outcome.Succeeded("The service took the order to move.", Map.of());
		}
		catch (Problem problem) {
			return afterSending(problem, "");
		}
	}

	private static Outcome batches(SqsRedrive action, DeadLetters letters, AwsSession session, RunContext context) {
		MoveLedger ledger = new MoveLedger();
		try {
			List<String> aside = session.with(SqsClient.class, "sqs", "sqs move", action.region(),
					(sqs) -> new MessageMover(sqs, letters, action.perSecond(), context, ledger).move());
			if (context.cancelled()) {
				return new Outcome.Failed("Stopped on request. " + ledger.words() + ".");
			}
			String back = aside.isEmpty() ? "" : " " + aside.size() + " came back at once and were set aside.";
			return new Outcome.Succeeded(ledger.words() + "." + back,
					Map.of("moved", Integer.toString(ledger.moved()), "set aside", Integer.toString(aside.size())));
		}
		catch (MessageMover.NotIdentical | MessageMover.Refused stopped) {
			return new Outcome.Failed(stopped.getMessage() + " " + ledger.words() + ".");
		}
		catch (Problem problem) {
			return ledger.untouched() ? new Outcome.Failed(problem.getMessage() + " Nothing was moved.")
					: afterSending(problem, ledger.words() + ".");
		}
	}

	@Override
	protected Verification verify(SqsRedrive action, Plan plan, AwsSession session) {
		DeadLetters now = DeadLetters.of(action, session);
		boolean failed = now.task()
			.filter((task) -> task.text("Status").matches("FAILED|CANCELL(ED|ING)"))
			.filter((task) -> task.number("StartedTimestamp") >= plan.readAt().toEpochMilli() - 60_000)
			.isPresent();
		return failed ? Verification.failed(now.words())
				: Verification.when(!now.moving() && now.queue().waiting() + now.queue().inFlight() == 0, now.words());
	}

	@Override
	protected Settlement probe(SqsRedrive action, Plan plan, AwsSession session) {
		return probe(action, plan, session, List.of());
	}

	@Override
	protected Settlement probe(SqsRedrive action, Plan plan, AwsSession session, List<String> kept) {
		DeadLetters now = DeadLetters.of(action, session);
		if ("task".equals(plan.markers().get(WAY))) {
			boolean started = now.task()
				.filter((task) -> task.number("StartedTimestamp") >= plan.readAt().toEpochMilli())
				.isPresent();
			return new Settlement(started ? Settlement.Finding.HAPPENED : Settlement.Finding.DID_NOT_HAPPEN,
					now.words());
		}
		MoveLedger ledger = MoveLedger.of(kept);
		Settlement.Finding finding = ledger.untouched() ? Settlement.Finding.DID_NOT_HAPPEN
				: (ledger.whole() && now.queue().waiting() + now.queue().inFlight() == 0) ? Settlement.Finding.HAPPENED
						: Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, ledger.words() + "; now " + now.words());
	}

}
