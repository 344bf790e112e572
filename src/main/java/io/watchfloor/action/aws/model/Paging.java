package io.watchfloor.action.aws.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an answer comes in pages. Expressions are JMESPath over an answer.
 *
 * @param input parameters that carry on where the last page ended
 * @param output what they are set to from a page, in the same order
 * @param result what of every page belongs together
 * @param limit the parameter for the size of a page; empty where there is none
 * @param more whether another page follows; empty where the output says it
 * @param once what only the first page tells
 */
public record Paging(List<String> input, List<String> output, List<String> result, String limit, String more,
		List<String> once) {

	public Paging {
		input = List.copyOf(input);
		output = List.copyOf(output);
		result = List.copyOf(result);
		once = List.copyOf(once);
	}

	/** The parameters that turn the command's own paging off when they are written. */
	public Set<String> manual() {
		return Stream.concat(this.input.stream(), Stream.of(this.limit))
			.filter((name) -> !name.isEmpty())
			.collect(Collectors.toUnmodifiableSet());
	}

}
