package io.watchfloor.action.aws.sqs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.watchfloor.action.RunContext;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/**
 * Moves messages from one queue to another, ten at a time: each copy is compared by the
 * service's own digests, and only then is the message deleted.
 */
final class MessageMover {

	private static final int BATCH = 10;

	/** How long a message that was received is nobody else's, in seconds. */
	private static final int LEASE = 120;

	private final SqsClient sqs;

	private final DeadLetters from;

	private final int perSecond;

	private final RunContext context;

	private final MoveLedger ledger;

	private final TreeSet<String> aside = new TreeSet<>();

	MessageMover(SqsClient sqs, DeadLetters from, int perSecond, RunContext context, MoveLedger ledger) {
		this.sqs = sqs;
		this.from = from;
		this.perSecond = perSecond;
		this.context = context;
		this.ledger = ledger;
	}

	/**
	 * Moves until the queue is empty or somebody wants it to stop.
	 * @return those that came back at once and were left where they are
	 */
	List<String> move() {
		List<Message> batch = receive();
		while (!batch.isEmpty() && !this.context.cancelled()) {
			List<Message> fresh = batch.stream()
				.filter((message) -> !this.ledger.cameBack(message.messageId()))
				.toList();
			batch.stream().filter((message) -> !fresh.contains(message)).forEach(this::setAside);
			Batches.of(fresh).forEach(this::copy);
			this.context.progress(this.ledger.moved(), this.from.queue().waiting(), "messages");
			if (fresh.isEmpty()) {
				break;
			}
			pause(fresh.size());
			batch = receive();
		}
		return List.copyOf(this.aside);
	}

	private void setAside(Message message) {
		if (this.aside.add(message.messageId())) {
			this.context.keep("set aside " + message.messageId() + ": it came back at once");
		}
	}

	private List<Message> receive() {
		return this.sqs
			.receiveMessage((request) -> request.queueUrl(this.from.queue().url())
				.maxNumberOfMessages(BATCH)
				.visibilityTimeout(LEASE)
				.waitTimeSeconds(1)
				.messageSystemAttributeNames(MessageSystemAttributeName.ALL)
				.messageAttributeNames("All"))
			.messages();
	}

	private void copy(List<Message> messages) {
		Map<String, Message> byId = messages.stream()
			.collect(Collectors.toMap(Message::messageId, Function.identity(), (one, _) -> one, LinkedHashMap::new));
		this.ledger.sending(List.copyOf(byId.keySet()), this.context);
		List<String> ids = List.copyOf(byId.keySet());
		List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
		ids.forEach((id) -> entries.add(entry(Integer.toString(entries.size()), byId.get(id))));
		SendMessageBatchResponse answer = this.sqs
			.sendMessageBatch((request) -> request.queueUrl(this.from.destination().url()).entries(entries));
		Map<String, String> copies = new LinkedHashMap<>();
		answer.successful().forEach((accepted) -> {
			String id = ids.get(Integer.parseInt(accepted.id()));
			Message message = Objects.requireNonNull(byId.get(id));
			if (!same(message.md5OfBody(), accepted.md5OfMessageBody())
					|| !same(message.md5OfMessageAttributes(), accepted.md5OfMessageAttributes())) {
				throw new NotIdentical(id);
			}
			copies.put(id, accepted.messageId());
		});
		answer.failed()
			.forEach((refused) -> this.context
				.keep("refused " + ids.get(Integer.parseInt(refused.id())) + ": " + refused.code()));
		if (!copies.isEmpty()) {
			this.ledger.copied(copies, this.context);
			delete(copies.keySet().stream().map((id) -> Objects.requireNonNull(byId.get(id))).toList());
		}
		if (!answer.failed().isEmpty()) {
			throw new Refused(answer.failed().getFirst().message());
		}
	}

	private static SendMessageBatchRequestEntry entry(String id, @org.jspecify.annotations.Nullable Message told) {
		Message message = Objects.requireNonNull(told);
		Map<MessageSystemAttributeName, String> system = message.attributes();
		return SendMessageBatchRequestEntry.builder()
			.id(id)
			.messageBody(message.body())
			.messageAttributes(message.messageAttributes())
			.messageGroupId(system.get(MessageSystemAttributeName.MESSAGE_GROUP_ID))
			.messageDeduplicationId(system.get(MessageSystemAttributeName.MESSAGE_DEDUPLICATION_ID))
			.build();
	}

	/** Without attributes one side says nothing and the other an empty text. */
	private static boolean same(@org.jspecify.annotations.Nullable String one,
			@org.jspecify.annotations.Nullable String other) {
		return Objects.toString(one, "").equals(Objects.toString(other, ""));
	}

	private void delete(List<Message> copied) {
		List<DeleteMessageBatchRequestEntry> entries = new ArrayList<>();
		copied.forEach((message) -> entries.add(DeleteMessageBatchRequestEntry.builder()
			.id(Integer.toString(entries.size()))
			.receiptHandle(message.receiptHandle())
			.build()));
		List<String> gone = this.sqs
			.deleteMessageBatch((request) -> request.queueUrl(this.from.queue().url()).entries(entries))
			.successful()
			.stream()
			.map((deleted) -> copied.get(Integer.parseInt(deleted.id())).messageId())
			.toList();
		this.ledger.deleted(gone, this.context);
	}

	private void pause(int messages) {
		if (this.perSecond > 0) {
			LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(messages) / this.perSecond);
		}
	}

	/** A copy that is not what was sent: the message stays. */
	static final class NotIdentical extends RuntimeException {

		private static final long serialVersionUID = 1;

		NotIdentical(String id) {
			super("The copy of " + id + " is not what was sent; the message was not deleted.");
		}

	}

	/** The destination does not take it. */
	static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1;

		Refused(String said) {
			super("The destination refused a message: " + said);
		}

	}

}
