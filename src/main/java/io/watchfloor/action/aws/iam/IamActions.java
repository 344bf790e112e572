package io.watchfloor.action.aws.iam;

import java.util.List;

import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.model.Operation;
import io.watchfloor.action.aws.model.ServiceModel;

/**
 * Which actions of IAM a call needs: as the SDK names the operation, except for what
 * {@code actions.tsv} says.
 */
final class IamActions {

	private static final Table TABLE = Table.read("actions.tsv");

	/** Stands for the name that the SDK has. */
	private static final String SAME = "=";

	private IamActions() {
	}

	static List<String> of(AwsCall call) {
		List<Table.Row> rows = TABLE.about(call);
		return (rows.isEmpty() || rows.getFirst().values().contains(SAME)) ? List.of(same(call))
				: rows.getFirst().values();
	}

	/** What whoever grants it should know. */
	static List<String> notes(AwsCall call) {
		return TABLE.about(call).stream().limit(1).map(Table.Row::note).filter((note) -> !note.isEmpty()).toList();
	}

	private static String same(AwsCall call) {
		String prefix = TABLE.about(call.service())
			.stream()
			.flatMap((row) -> row.values().stream())
			.findFirst()
			.orElse(call.service());
		String name = ServiceModel.named(call.service())
			.flatMap((model) -> model.operation(call.operation()))
			.map(Operation::name)
			.orElseThrow(() -> new IllegalArgumentException(
					"aws " + call.service() + " " + call.operation() + " is not a known call"));
		return prefix + ":" + name;
	}

}
