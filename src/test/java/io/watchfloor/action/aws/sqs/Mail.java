package io.watchfloor.action.aws.sqs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import io.watchfloor.action.aws.AwsLab;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** A queue with its dead-letter queue, filled and looked at by the SDK itself. */
record Mail(AwsLab aws, String name, boolean fifo) {

	static Mail make(AwsLab aws, String name) {
		return make(aws, name, false);
	}

	static Mail make(AwsLab aws, String name, boolean fifo) {
		Mail mail = new Mail(aws, name, fifo);
		Map<String, String> kind = fifo ? Map.of("FifoQueue", "true") : Map.of();
		mail.sqs((sqs) -> {
			String dead = sqs.createQueue((q) -> q.queueName(mail.deadName()).attributesWithStrings(kind)).queueUrl();
			String arn = sqs.getQueueAttributes((q) -> q.queueUrl(dead).attributeNamesWithStrings("QueueArn"))
				.attributesAsStrings()
				.get("QueueArn");
			Map<String, String> live = new TreeMap<>(kind);
			live.put("RedrivePolicy", "{\"deadLetterTargetArn\":\"" + arn + "\",\"maxReceiveCount\":\"3\"}");
			return sqs.createQueue((q) -> q.queueName(mail.liveName()).attributesWithStrings(live)).queueUrl();
		});
		return mail;
	}

	String liveName() {
		return this.name + (this.fifo ? ".fifo" : "");
	}

	String deadName() {
		return this.name + "-dlq" + (this.fifo ? ".fifo" : "");
	}

	<T> T sqs(Function<SqsClient, T> work) {
		return this.aws.sessions().changing(this.aws.target()).with(SqsClient.class, "sqs", "test", "", work);
	}

	String url(String queue) {
		return sqs((sqs) -> sqs.getQueueUrl((q) -> q.queueName(queue)).queueUrl());
	}

	String arn(String queue) {
		return sqs((sqs) -> sqs.getQueueAttributes((q) -> q.queueUrl(url(queue)).attributeNamesWithStrings("QueueArn"))
			.attributesAsStrings()
			.get("QueueArn"));
	}

	SqsRedrive redrive() {
		return new SqsRedrive(arn(deadName()), arn(liveName()), 0, "");
	}

	/**
	 * Puts messages into the dead-letter queue, with an attribute of text and one of
	 * bytes.
	 */
	void dead(String... bodies) {
		String url = url(deadName());
		for (String body : bodies) {
			sqs((sqs) -> sqs.sendMessage((send) -> {
				send.queueUrl(url)
					.messageBody(body)
					.messageAttributes(Map.of("type",
							MessageAttributeValue.builder().dataType("String").stringValue("t-" + body).build(), "raw",
							MessageAttributeValue.builder()
								.dataType("Binary")
								.binaryValue(SdkBytes.fromByteArray(new byte[] { 0, (byte) 0xff, 1 }))
								.build()));
				if (this.fifo) {
					send.messageGroupId("g-" + body).messageDeduplicationId("d-" + body);
				}
			}));
		}
	}

	long depth(String queue) {
		return Long.parseLong(sqs((sqs) -> sqs
			.getQueueAttributes((q) -> q.queueUrl(url(queue)).attributeNamesWithStrings("ApproximateNumberOfMessages"))
			.attributesAsStrings()
			.get("ApproximateNumberOfMessages")));
	}

	/** All that can be received from the live queue. */
	List<Message> live() {
		String url = url(liveName());
		List<Message> all = new ArrayList<>();
		List<Message> some;
		do {
			some = sqs((sqs) -> sqs
				.receiveMessage((r) -> r.queueUrl(url)
					.maxNumberOfMessages(10)
					.messageSystemAttributeNames(MessageSystemAttributeName.ALL)
					.messageAttributeNames("All"))
				.messages());
			all.addAll(some);
		}
		while (!some.isEmpty());
		return all;
	}

}
