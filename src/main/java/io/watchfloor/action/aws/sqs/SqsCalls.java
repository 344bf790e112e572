package io.watchfloor.action.aws.sqs;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.TypedCall;
import org.springframework.stereotype.Component;

/** The calls of SQS that have a type of their own. */
@Component
class SqsCalls implements TypedCall {

	@Override
	public Optional<Action> of(AwsChange call) {
		Map<String, Object> given = call.parameters();
		if (call.service().equals("sqs") && call.operation().equals("purge-queue")
				&& given.keySet().equals(Set.of("QueueUrl")) && SqsPurge.isUrl(text(given, "QueueUrl"))) {
			return Optional.of(new SqsPurge(text(given, "QueueUrl"), call.region()));
		}
		boolean moves = call.service().equals("sqs") && call.operation().equals("start-message-move-task")
				&& Set.of("SourceArn", "DestinationArn", "MaxNumberOfMessagesPerSecond").containsAll(given.keySet());
		return moves
				? Optional.of(new SqsRedrive(text(given, "SourceArn"), text(given, "DestinationArn"),
						(given.get("MaxNumberOfMessagesPerSecond") instanceof Integer rate) ? rate : 0, call.region()))
				: Optional.empty();
	}

	private static String text(Map<String, Object> given, String name) {
		return Objects.toString(given.get(name), "");
	}

}
