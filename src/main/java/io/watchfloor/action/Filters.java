package io.watchfloor.action;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands behind the bars after a READ command: {@code | grep -i error | head -n 3}.
 * Applied to what was read, never run.
 *
 * @param stages each as it is written on a command line, in order
 */
public record Filters(List<String> stages) {

	/** No bars. */
	public static final Filters NONE = new Filters(List.of());

	public Filters {
		stages = List.copyOf(stages);
	}

	/** With its bars, to be put behind a command line; empty without filters. */
	public String commandLine() {
		return this.stages.stream().map((stage) -> " | " + stage).collect(Collectors.joining());
	}

}
