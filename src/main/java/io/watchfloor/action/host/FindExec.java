package io.watchfloor.action.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.action.Arguments;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;

/**
 * The {@code -exec} of find, where it only shows something about each file:
 * <code>-exec ls -lh {} \;</code>.
 */
final class FindExec {

	private static final Map<String, HostTool> TOOLS = Map.of("ls", HostTool.LS, "du", HostTool.DU, "stat",
			HostTool.STAT, "wc", HostTool.WC, "md5sum", HostTool.MD5SUM, "sha256sum", HostTool.SHA256SUM, "file",
			HostTool.FILE);

	private FindExec() {
	}

	/** The other arguments; refuses an {@code -exec} that may do more than show. */
	static List<String> without(List<String> arguments) {
		int from = arguments.indexOf("-exec");
		if (from < 0) {
			return arguments;
		}
		int to = from;
		while (to < arguments.size() && !Set.of(";", "+").contains(arguments.get(to))) {
			to++;
		}
		boolean whole = to < arguments.size() && to > from + 2 && arguments.get(to - 1).equals("{}");
		HostTool tool = whole ? TOOLS.get(arguments.get(from + 1)) : null;
		if (tool == null) {
			throw new IllegalArgumentException(
					"find: -exec is understood only with one of " + TOOLS.keySet().stream().sorted().toList());
		}
		List<Word> inner = arguments.subList(from + 1, to).stream().map(HostArguments::word).toList();
		tool.read(Arguments.of(new SimpleCommand(List.of(), inner, List.of()), Set.of()));
		List<String> rest = new ArrayList<>(arguments.subList(0, from));
		rest.addAll(arguments.subList(to + 1, arguments.size()));
		return rest;
	}

}
