package io.watchfloor.action.aws.sqs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.CallText;
import io.watchfloor.action.aws.Calling;
import io.watchfloor.kernel.Risk;

/**
 * Gives the messages of a dead-letter queue back to where they are worked on.
 *
 * @param source ARN of the dead-letter queue
 * @param destination ARN of the queue that gets them; empty for the one they came from
 * @param perSecond messages a second at most, up to 500; 0 for as fast as it goes
 * @param region where to; empty for the target's own
 */
public record SqsRedrive(String source, String destination, int perSecond, String region) implements Calling {

	private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:sqs:[a-z0-9-]*:[0-9]*:[A-Za-z0-9_.-]{1,80}");

	public SqsRedrive {
		if (!ARN.matcher(source).matches()) {
			throw new IllegalArgumentException("'" + source + "' is no ARN of a queue");
		}
		if (!destination.isEmpty() && !ARN.matcher(destination).matches()) {
			throw new IllegalArgumentException("'" + destination + "' is no ARN of a queue");
		}
		if (source.equals(destination)) {
			throw new IllegalArgumentException("a queue cannot be moved into itself");
		}
		if (perSecond < 0 || perSecond > 500) {
			throw new IllegalArgumentException("from 1 to 500 messages a second, not " + perSecond);
		}
	}

	static String name(String arn) {
		return arn.substring(arn.lastIndexOf(':') + 1);
	}

	Map<String, Object> parameters() {
		Map<String, Object> parameters = new TreeMap<>(Map.of("SourceArn", this.source));
		if (!this.destination.isEmpty()) {
			parameters.put("DestinationArn", this.destination);
		}
		if (this.perSecond > 0) {
			parameters.put("MaxNumberOfMessagesPerSecond", this.perSecond);
		}
		return parameters;
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Redrive " + name(this.source) + (this.destination.isEmpty() ? "" : " to " + name(this.destination));
	}

	@Override
	public String commandLine() {
		return new CallText("sqs", "start-message-move-task").parameters(parameters())
			.option("region", this.region)
			.toString();
	}

	@Override
	public List<AwsCall> calls() {
		Map<String, Object> parameters = new TreeMap<>(Map.of("SourceArn", this.source));
		parameters.put("QueueUrl", this.source);
		Stream<AwsCall> looks = Stream
			.of("get-queue-url", "get-queue-attributes", "list-dead-letter-source-queues", "list-message-move-tasks",
					"receive-message", "delete-message-batch", "start-message-move-task")
			.map((call) -> new AwsCall("sqs", call, parameters, this.region));
		Map<String, Object> to = this.destination.isEmpty() ? Map.of() : Map.of("QueueUrl", this.destination);
		Stream<AwsCall> there = Stream.of("get-queue-url", "get-queue-attributes", "send-message-batch")
			.map((call) -> new AwsCall("sqs", call, to, this.region));
		return Stream.concat(looks, there).toList();
	}

}
