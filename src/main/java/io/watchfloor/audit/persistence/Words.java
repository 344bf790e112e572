package io.watchfloor.audit.persistence;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes a full text query of what a person typed. */
final class Words {

	private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

	private Words() {
	}

	/** Every word typed must begin one of the record's; empty without a word. */
	static Optional<String> query(String typed) {
		String query = Arrays.stream(BETWEEN.split(typed))
			.filter((word) -> !word.isEmpty())
			.map((word) -> "'" + word + "':*")
			.collect(Collectors.joining(" & "));
		return query.isEmpty() ? Optional.empty() : Optional.of(query);
	}

}
