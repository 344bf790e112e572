package io.watchfloor.action.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The table {@code twins.tsv} beside this class. */
final class Twins {

	private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

	private static final class Table {

		private static final Map<String, Twin> TWINS = read();

	}

	private Twins() {
	}

	static Optional<Twin> of(String service, String operation) {
		return Optional.ofNullable(Table.TWINS.get(service + " " + operation));
	}

	/** All changes that have one, as {@code service operation}. */
	static Map<String, Twin> all() {
		return Map.copyOf(Table.TWINS);
	}

	private static Map<String, Twin> read() {
		Map<String, Twin> twins = new HashMap<>();
		try (InputStream stream = Objects.requireNonNull(Twins.class.getResourceAsStream("twins.tsv"))) {
			new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines()
				.filter((line) -> !line.startsWith("#") && !line.isBlank())
				.forEach((line) -> {
					List<String> cells = Arrays.stream(BAR.split(line, -1))
						.map((cell) -> cell.replace("\\|", "|").strip())
						.toList();
					twins.put(cells.getFirst(), twin(cells));
				});
		}
		catch (IOException broken) {
			throw new UncheckedIOException(broken);
		}
		return twins;
	}

	private static Twin twin(List<String> cells) {
		List<String> undo = Arrays.stream(cell(cells, 7).split(",")).filter((name) -> !name.isEmpty()).toList();
		return new Twin(Twin.Effect.valueOf(cells.get(1)), cells.get(2), cells.get(3), cells.get(4), cell(cells, 5),
				cell(cells, 6), undo);
	}

	private static String cell(List<String> cells, int index) {
		return (index < cells.size()) ? cells.get(index) : "";
	}

}
