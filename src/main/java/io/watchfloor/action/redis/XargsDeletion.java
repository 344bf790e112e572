package io.watchfloor.action.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Arguments;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;

/** Reads {@code xargs redis-cli … DEL} behind a scan; both must mean the same server. */
final class XargsDeletion {

	private static final Set<String> ALONE = Set.of("-r", "--no-run-if-empty");

	private static final Set<String> NUMBERED = Set.of("-n", "-P", "-L");

	private XargsDeletion() {
	}

	static void demand(SimpleCommand stage, TargetHint scanned) {
		Arguments xargs = Arguments.of(stage, Set.of());
		if (!stage.tool().equals(Optional.of("xargs"))) {
			throw xargs.problem("is not understood after a scan; xargs redis-cli DEL is.");
		}
		flags(xargs);
		if (!xargs.nextLiteral("the tool").equals("redis-cli")) {
			throw xargs.problem("only redis-cli is understood behind xargs.");
		}
		Arguments inner = inner(xargs);
		RedisCliFlags flags = RedisCliFlags.read(inner);
		String command = (flags.command().size() == 1)
				? flags.command().getFirst().literal().orElse("").toLowerCase(Locale.ROOT) : "";
		if (flags.mode() != RedisCliFlags.Mode.COMMAND || !Set.of("del", "unlink").contains(command)) {
			throw inner.problem("only DEL and UNLINK are understood behind xargs.");
		}
		if (!flags.hint().equals(scanned)) {
			throw inner.problem("it deletes from another server than the one that is scanned.");
		}
	}

	private static void flags(Arguments xargs) {
		while (xargs.peek().filter((word) -> word.startsWith("-")).isPresent()) {
			String flag = xargs.nextLiteral("a flag");
			if (NUMBERED.contains(flag)) {
				xargs.nextNumber("the number after " + flag, 1, 100_000);
			}
			else if (flag.equals("-d")) {
				if (!Set.of("\\n", "\n").contains(xargs.nextLiteral("the delimiter"))) {
					throw xargs.problem("only lines are understood as keys.");
				}
			}
			else if (!ALONE.contains(flag)) {
				throw xargs.problem("the flag " + flag + " is not understood.");
			}
		}
	}

	private static Arguments inner(Arguments xargs) {
		List<Word> words = new ArrayList<>(List.of(new Word(List.of(new Word.Literal("redis-cli")), "redis-cli")));
		while (xargs.more()) {
			words.add(xargs.next("a word"));
		}
		return Arguments.of(new SimpleCommand(List.of(), words, List.of()), Set.of());
	}

}
