package io.watchfloor.action.aws.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.watchfloor.kernel.Risk;

/**
 * A service's table beside this class: operation, risk, required parameters, paging. The
 * names are facts of the public API models; the risk is this project's judgement, one
 * line per operation, so that nothing is judged by the sound of its name. An operation
 * that is not in the table is not offered.
 */
public final class Facts {

	private static final Map<String, Facts> LOADED = new ConcurrentHashMap<>();

	private final Map<String, OperationFacts> operations = new HashMap<>();

	private final Map<String, Set<String>> structures = new HashMap<>();

	private Facts(String service) {
		try (InputStream stream = Facts.class.getResourceAsStream(service + ".tsv")) {
			if (stream == null) {
				return;
			}
			new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().forEach(this::line);
		}
		catch (IOException broken) {
			throw new UncheckedIOException(broken);
		}
	}

	/** The table of a service; empty for one that is not bundled. */
	public static Facts of(String service) {
		return LOADED.computeIfAbsent(service, Facts::new);
	}

	private void line(String line) {
		String[] cells = line.split("\t", -1);
		if (line.startsWith(":")) {
			this.structures.put(cells[0].substring(1).toLowerCase(Locale.ROOT), Set.copyOf(list(cells, 1)));
		}
		else if (!line.startsWith("#")) {
			this.operations.put(cells[0], new OperationFacts(Risk.valueOf(cells[1]), Set.copyOf(list(cells, 2)),
					(cells.length > 3) ? paging(cells) : null));
		}
	}

	private static Paging paging(String[] cells) {
		return new Paging(list(cells, 3), list(cells, 4), list(cells, 5), cell(cells, 6), cell(cells, 7),
				list(cells, 8));
	}

	private static String cell(String[] cells, int index) {
		return (index < cells.length) ? cells[index] : "";
	}

	private static List<String> list(String[] cells, int index) {
		return Arrays.stream(cell(cells, index).split(",")).filter((name) -> !name.isEmpty()).toList();
	}

	/** What is known of an operation, by its name on the command line. */
	public Optional<OperationFacts> operation(String name) {
		return Optional.ofNullable(this.operations.get(name));
	}

	/** The required fields of a structure, by its name in either spelling. */
	Set<String> structure(String name) {
		return this.structures.getOrDefault(name.toLowerCase(Locale.ROOT), Set.of());
	}

}
