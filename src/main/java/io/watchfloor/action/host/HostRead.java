package io.watchfloor.action.host;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Looks at a host with one tool of the closed list.
 *
 * @param tool which
 * @param arguments the words behind the tool's own, each for itself
 * @param patterns file patterns behind them: {@code /var/log/*.log}; they are looked up
 * on the host first, no shell sees them
 */
public record HostRead(HostTool tool, List<String> arguments, List<String> patterns) implements Action {

	public HostRead {
		arguments = List.copyOf(arguments);
		patterns = List.copyOf(patterns);
		HostArguments.demand(tool, arguments, patterns);
	}

	/** Without patterns. */
	HostRead(HostTool tool, String... arguments) {
		this(tool, List.of(arguments), List.of());
	}

	/** The tool and its arguments without the patterns. */
	List<String> words() {
		return Stream.of(Stream.of(this.tool.program()), this.tool.verb().stream(), this.arguments.stream())
			.flatMap((part) -> part)
			.toList();
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		String line = commandLine();
		return "Look at the host: " + ((line.length() > 80) ? line.substring(0, 80) + "…" : line);
	}

	@Override
	public String commandLine() {
		return Stream.concat(words().stream().map(Shell::quote), this.patterns.stream())
			.collect(Collectors.joining(" "));
	}

}
