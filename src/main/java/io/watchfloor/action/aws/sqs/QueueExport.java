package io.watchfloor.action.aws.sqs;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.action.RunContext;
import io.watchfloor.action.aws.ExportFile;
import io.watchfloor.action.aws.line.JsonText;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** Takes messages out of a queue, ten at a time: onto the disk, into the ledger, away. */
final class QueueExport {

	/** How long a message that was received is nobody else's, in seconds. */
	private static final int LEASE = 120;

	private final String url;

	private final ExportFile.Writing file;

	private final RunContext context;

	private long exported;

	private long deleted;

	QueueExport(String url, ExportFile.Writing file, RunContext context) {
		this.url = url;
		this.file = file;
		this.context = context;
	}

	/** Works until nothing comes, somebody wants it to stop, or there is no end to it. */
	void empty(SqsClient sqs, long most) {
		List<Message> batch = receive(sqs);
		while (!batch.isEmpty() && !this.context.cancelled() && this.exported < most) {
			this.file.add(batch.stream().map(QueueExport::line).toList());
			this.exported += batch.size();
			this.context.keep("exported " + String.join(" ", batch.stream().map(Message::messageId).toList()));
			delete(sqs, batch);
			this.context.progress(this.deleted, -1, "messages");
			batch = this.context.cancelled() ? List.of() : receive(sqs);
		}
	}

	private List<Message> receive(SqsClient sqs) {
		return sqs
			.receiveMessage((request) -> request.queueUrl(this.url)
				.maxNumberOfMessages(10)
				.visibilityTimeout(LEASE)
				.waitTimeSeconds(1)
				.messageSystemAttributeNames(MessageSystemAttributeName.ALL)
				.messageAttributeNames("All"))
			.messages();
	}

	private void delete(SqsClient sqs, List<Message> batch) {
		List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
		batch.forEach((message) -> entries.add(DeleteMessageBatchRequestEntry.builder()
			.id(Integer.toString(entries.size()))
			.receiptHandle(message.receiptHandle())
			.build()));
		this.deleted += sqs.deleteMessageBatch((request) -> request.queueUrl(this.url).entries(entries))
			.successful()
			.size();
	}

	/** All that is needed to send it again. */
	static String line(Message message) {
		Map<String, Object> attributes = new TreeMap<>();
		message.messageAttributes().forEach((name, value) -> attributes.put(name, value(value)));
		return JsonText.write(new TreeMap<String, Object>(
				Map.of("MessageId", message.messageId(), "Body", message.body(), "MessageAttributes", attributes,
						"Attributes", new TreeMap<String, Object>(message.attributesAsStrings()))));
	}

	private static Map<String, Object> value(MessageAttributeValue value) {
		return (value.binaryValue() != null)
				? Map.of("DataType", value.dataType(), "BinaryValue",
						Base64.getEncoder().encodeToString(value.binaryValue().asByteArray()))
				: Map.of("DataType", value.dataType(), "StringValue", value.stringValue());
	}

	long exported() {
		return this.exported;
	}

	long deleted() {
		return this.deleted;
	}

	String words() {
		return this.exported + " messages were exported, " + this.deleted + " of them deleted.";
	}

}
