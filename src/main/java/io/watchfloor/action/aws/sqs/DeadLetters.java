package io.watchfloor.action.aws.sqs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.Told;
import io.watchfloor.kernel.Problem;

/**
 * What a redrive is worked out from.
 *
 * @param queue the dead-letter queue
 * @param destination where the messages go
 * @param tasks the service's own moves of that queue, newest first; empty where the
 * service has no such thing
 */
record DeadLetters(Queue queue, Queue destination, Optional<List<Told>> tasks) {

	private static final Pattern UNKNOWN = Pattern
		.compile("(?i)not (been )?implemented|(unknown|invalid|unsupported).{0,3}(action|operation)");

	static DeadLetters of(SqsRedrive action, AwsSession session) {
		Queue queue = Queue.named(SqsRedrive.name(action.source()), action.region(), session);
		if (!queue.arn().equals(action.source())) {
			throw new Problem(Problem.Category.NOT_FOUND, "The queue named " + queue.name() + " here is " + queue.arn()
					+ ", not " + action.source() + ". Look at the account and the region.");
		}
		return new DeadLetters(queue, destination(action, queue, session), tasks(action, session));
	}

	private static Queue destination(SqsRedrive action, Queue queue, AwsSession session) {
		if (!action.destination().isEmpty()) {
			return Queue.named(SqsRedrive.name(action.destination()), action.region(), session);
		}
		List<Told> sources = session
			.ask("sqs", "list-dead-letter-source-queues", Map.of("QueueUrl", queue.url()), action.region())
			.list("queueUrls");
		if (sources.size() != 1) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					sources.isEmpty()
							? "No queue names " + queue.name() + " as its dead-letter queue. Say where the messages go."
							: sources.size() + " queues name " + queue.name()
									+ " as their dead-letter queue. Say to which of them the messages go.");
		}
		return Queue.at(sources.getFirst().toString(), action.region(), session);
	}

	/**
	 * A service that does not know the call is one without move tasks; a stand-in may say
	 * no more than 500.
	 */
	private static Optional<List<Told>> tasks(SqsRedrive action, AwsSession session) {
		try {
			return Optional.of(
					session
						.ask("sqs", "list-message-move-tasks", Map.of("SourceArn", action.source(), "MaxResults", 10),
								action.region())
						.list("Results"));
		}
		catch (Problem problem) {
			String said = String.valueOf(problem.getMessage());
			if (UNKNOWN.matcher(said).find() || (session.standIn() && said.contains("answered 500"))) {
				return Optional.empty();
			}
			throw problem;
		}
	}

	/** The newest move, where there is one. */
	Optional<Told> task() {
		return this.tasks.flatMap((tasks) -> tasks.stream().findFirst());
	}

	boolean moving() {
		return task().filter((task) -> task.text("Status").equals("RUNNING")).isPresent();
	}

	String words() {
		return this.queue.words() + "; " + this.destination.words()
				+ task()
					.map((task) -> "; the service's move is " + task.text("Status") + ", "
							+ task.number("ApproximateNumberOfMessagesMoved") + " of "
							+ task.number("ApproximateNumberOfMessagesToMove") + " moved")
					.orElse("");
	}

}
