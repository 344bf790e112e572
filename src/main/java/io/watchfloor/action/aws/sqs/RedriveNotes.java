package io.watchfloor.action.aws.sqs;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.kernel.Problem;

/** What to think of before messages that failed are tried again. */
final class RedriveNotes {

	private RedriveNotes() {
	}

	static void add(DeadLetters letters, PlanDraft draft) {
		Queue queue = letters.queue();
		Queue destination = letters.destination();
		if (queue.fifo() != destination.fifo()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"One of " + queue.name() + " and " + destination.name() + " is a FIFO queue and the other is not.");
		}
		draft.effect(queue.words());
		draft.effect(destination.words() + "; its consumers get them beside their own work");
		if (queue.waiting() == 0) {
			draft.warn("Nothing waits in " + queue.name() + ".");
		}
		if (queue.inFlight() > 0) {
			draft.warn(queue.inFlight() + " are in flight: somebody is reading " + queue.name()
					+ ". Those are not moved before they come back.");
		}
		if (!destination.told().text("RedrivePolicy").contains(queue.arn())) {
			draft.danger(destination.name() + " does not use " + queue.name()
					+ " as its dead-letter queue: these messages may not be meant for it.");
		}
		if (queue.fifo()) {
			draft.warn(
					"Order is kept within a group as far as the queue still has it; later messages of the group may have"
							+ " been worked on already.");
		}
		draft.warn("What failed before fails again unless its cause is mended.");
	}

}
