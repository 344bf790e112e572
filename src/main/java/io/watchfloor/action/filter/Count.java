package io.watchfloor.action.filter;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.watchfloor.command.SimpleCommand;

/**
 * {@code wc} with one of its flags.
 *
 * @param what {@code l}ines, {@code w}ords or {@code c} for bytes
 */
record Count(String what) implements TextFilter {

	static Count read(SimpleCommand stage) {
		Options options = Options.read(stage, "lwc", "", Map.of("--lines", "l", "--words", "w", "--bytes", "c"));
		options.noOperands();
		List<String> chosen = List.of("l", "w", "c").stream().filter(options::has).toList();
		if (chosen.size() != 1) {
			throw options.problem("one of -l, -w and -c is understood.");
		}
		return new Count(chosen.getFirst());
	}

	@Override
	public List<String> apply(List<String> lines) {
		long count = switch (this.what) {
			case "l" -> lines.size();
			case "w" ->
				lines.stream().mapToLong((line) -> line.isBlank() ? 0 : line.strip().split("\\s+").length).sum();
			default -> lines.stream().mapToLong((line) -> line.getBytes(StandardCharsets.UTF_8).length + 1L).sum();
		};
		return List.of(Long.toString(count));
	}

}
