package io.watchfloor.action.aws.sqs;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.Told;

/**
 * A queue as its service tells it.
 *
 * @param name the last part of its ARN
 * @param url where its messages are
 * @param told its attributes
 */
record Queue(String name, String url, Told told) {

	/** Reads it; a queue that is not there is a problem. */
	static Queue named(String name, String region, AwsSession session) {
		return at(session.ask("sqs", "get-queue-url", Map.of("QueueName", name), region).text("QueueUrl"), region,
				session);
	}

	static Queue at(String url, String region, AwsSession session) {
		Told told = session
			.ask("sqs", "get-queue-attributes", Map.of("QueueUrl", url, "AttributeNames", List.of("All")), region)
			.at("Attributes");
		return new Queue(url.substring(url.lastIndexOf('/') + 1), url, told);
	}

	String arn() {
		return this.told.text("QueueArn");
	}

	boolean fifo() {
		return this.name.endsWith(".fifo");
	}

	long waiting() {
		return this.told.number("ApproximateNumberOfMessages");
	}

	/** Those that somebody has received and neither deleted nor given back. */
	long inFlight() {
		return this.told.number("ApproximateNumberOfMessagesNotVisible");
	}

	String words() {
		return this.name + ": " + waiting() + " waiting, " + inFlight() + " in flight";
	}

}
