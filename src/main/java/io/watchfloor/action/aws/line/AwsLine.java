package io.watchfloor.action.aws.line;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.aws.model.Operation;

/**
 * What an {@code aws} command line asks for.
 *
 * @param operation the call
 * @param parameters by the API's names, in their one spelling
 * @param globals the flags of every command
 * @param maxItems how many items of all pages; -1 for all of them
 * @param words what stands without a flag
 * @param files the files that flags take their values from, by flag; their parameters are
 * missing
 */
public record AwsLine(Operation operation, Map<String, Object> parameters, Globals globals, int maxItems,
		List<String> words, Map<String, String> files) {

	public AwsLine {
		words = List.copyOf(words);
		files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
	}

}
