package io.watchfloor.action.aws.dynamo;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.watchfloor.action.RunContext;
import io.watchfloor.action.aws.AwsSession;
import io.watchfloor.action.aws.Told;
import io.watchfloor.kernel.Problem;

/** Deletes by key; what the service has no capacity for now is sent again, ever later. */
final class ItemDeletion {

	private static final int BATCH = 25;

	private static final int ATTEMPTS = 12;

	private final DynamoClear action;

	private final AwsSession session;

	private final RunContext context;

	private long deleted;

	ItemDeletion(DynamoClear action, AwsSession session, RunContext context) {
		this.action = action;
		this.session = session;
		this.context = context;
	}

	void delete(List<Object> keys) {
		for (int from = 0; from < keys.size() && !this.context.cancelled(); from += BATCH) {
			List<Object> batch = keys.subList(from, Math.min(keys.size(), from + BATCH));
			send(batch.stream().<Object>map((key) -> Map.of("DeleteRequest", Map.of("Key", key))).toList());
			this.context.progress(this.deleted, keys.size(), "items");
		}
	}

	private void send(List<Object> requests) {
		List<Object> left = requests;
		for (int attempt = 0; !left.isEmpty(); attempt++) {
			if (attempt == ATTEMPTS) {
				throw new Problem(Problem.Category.TARGET_SAID_NO, "DynamoDB did not take " + left.size() + " items of "
						+ this.action.table() + " in " + ATTEMPTS + " attempts: the table has too little capacity.");
			}
			pause(attempt);
			Told answer = this.session.ask("dynamodb", "batch-write-item",
					Map.of("RequestItems", Map.of(this.action.table(), left)), this.action.region());
			List<Object> unprocessed = answer.at("UnprocessedItems")
				.list(this.action.table())
				.stream()
				.<Object>map(
						(each) -> Map.of("DeleteRequest", Map.of("Key", each.at("DeleteRequest").at("Key").value())))
				.toList();
			this.deleted += left.size() - unprocessed.size();
			left = unprocessed;
		}
	}

	/** Nothing at first, then 50 ms and twice as long each time, 5 s at most. */
	private static void pause(int attempt) {
		if (attempt > 0) {
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(Math.min(5_000, 25L << attempt)));
		}
	}

	long deleted() {
		return this.deleted;
	}

	String words() {
		return this.deleted + " items were deleted.";
	}

}
