package io.watchfloor.action.compose;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Spells a line of Compose. */
final class ComposeLine {

	private ComposeLine() {
	}

	static String of(String scope, String verb, List<String> options, List<String> services) {
		return Stream
			.of(Stream.of("docker compose"), Stream.of(scope).filter((text) -> !text.isEmpty()), Stream.of(verb),
					options.stream(), services.stream())
			.flatMap((part) -> part)
			.collect(Collectors.joining(" "));
	}

}
