package io.watchfloor.action.postgres;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.Action;

/** Reads psql's own commands, as far as they only look something up. */
final class Backslash {

	private Backslash() {
	}

	static Action read(String command) {
		List<String> words = List.of(command.replaceFirst(";$", "").strip().split("\\s+"));
		Optional<ListObjects.Kind> kind = Arrays.stream(ListObjects.Kind.values())
			.filter((one) -> one.command().equals(words.getFirst()))
			.findFirst();
		if (kind.isPresent() && words.size() == 1) {
			return new ListObjects(kind.get());
		}
		if (List.of("\\d", "\\d+").contains(words.getFirst()) && words.size() == 2) {
			return new DescribeTable(words.get(1));
		}
		throw new IllegalArgumentException(
				"of psql's own commands only those that list or describe something are understood");
	}

}
