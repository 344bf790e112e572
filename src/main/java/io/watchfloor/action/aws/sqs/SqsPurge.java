package io.watchfloor.action.aws.sqs;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.CallText;
import io.watchfloor.action.aws.Calling;
import io.watchfloor.kernel.Risk;

/**
 * Empties a queue: each message is written to a file of this machine before it is
 * deleted. The service's own purge keeps nothing and takes what others are working on.
 *
 * @param queueUrl where its messages are
 * @param region where to; empty for the target's own
 */
public record SqsPurge(String queueUrl, String region) implements Calling {

	private static final Pattern URL = Pattern.compile("https?://[A-Za-z0-9.:_-]+(/[A-Za-z0-9_.-]+)+");

	public SqsPurge {
		if (!isUrl(queueUrl)) {
			throw new IllegalArgumentException("'" + queueUrl + "' is no address of a queue");
		}
	}

	static boolean isUrl(String text) {
		return URL.matcher(text).matches();
	}

	/** The queue's name. */
	String name() {
		return this.queueUrl.substring(this.queueUrl.lastIndexOf('/') + 1);
	}

	@Override
	public Risk risk() {
		return Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return "Empty the queue " + name();
	}

	@Override
	public String commandLine() {
		return new CallText("sqs", "purge-queue").parameters(Map.of("QueueUrl", this.queueUrl))
			.option("region", this.region)
			.toString();
	}

	@Override
	public List<AwsCall> calls() {
		return Stream.of("get-queue-attributes", "receive-message", "delete-message-batch")
			.map((call) -> new AwsCall("sqs", call, Map.of("QueueUrl", this.queueUrl), this.region))
			.toList();
	}

}
