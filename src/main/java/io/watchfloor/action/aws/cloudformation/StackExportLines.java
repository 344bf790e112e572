package io.watchfloor.action.aws.cloudformation;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.action.LiteralReader;
import org.springframework.stereotype.Component;

/** Reads {@code save-stack STACK FILE [--region REGION]}. */
@Component
class StackExportLines extends LiteralReader {

	StackExportLines() {
		super("save-stack");
	}

	@Override
	protected Action action(List<String> words) {
		boolean region = words.size() == 4 && words.get(2).equals("--region");
		if (words.size() != 2 && !region) {
			throw new IllegalArgumentException("it takes STACK FILE, and --region REGION behind them");
		}
		return new StackExport(words.getFirst(), words.get(1), region ? words.getLast() : "");
	}

}
