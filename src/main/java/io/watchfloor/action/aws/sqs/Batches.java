package io.watchfloor.action.aws.sqs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import software.amazon.awssdk.services.sqs.model.Message;

/** Messages in groups that one request can hold. */
final class Batches {

	/** What a request may hold in all, with room for attributes' names. */
	private static final long MOST = 200_000;

	private Batches() {
	}

	static List<List<Message>> of(List<Message> messages) {
		List<List<Message>> batches = new ArrayList<>();
		List<Message> batch = new ArrayList<>();
		long bytes = 0;
		for (Message message : messages) {
			long size = size(message);
			if (!batch.isEmpty() && bytes + size > MOST) {
				batches.add(batch);
				batch = new ArrayList<>();
				bytes = 0;
			}
			batch.add(message);
			bytes += size;
		}
		if (!batch.isEmpty()) {
			batches.add(batch);
		}
		return batches;
	}

	private static long size(Message message) {
		return (long) message.body().getBytes(StandardCharsets.UTF_8).length
				+ message.messageAttributes().toString().length();
	}

}
