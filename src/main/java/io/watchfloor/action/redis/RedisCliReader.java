package io.watchfloor.action.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.LineFilters;
import io.watchfloor.action.StrictReader;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Word;
import org.springframework.stereotype.Component;

/**
 * Reads {@code redis-cli}, alone, before filters, or finding keys for another that
 * deletes them.
 */
@Component
class RedisCliReader extends StrictReader {

	static final Set<String> SECRETS = Set.of("REDISCLI_AUTH");

	@Override
	public Set<String> tools() {
		return Set.of("redis-cli");
	}

	@Override
	protected ActionCall understand(Pipeline pipeline) {
		Arguments arguments = Arguments.of(pipeline.stages().getFirst(), SECRETS);
		RedisCliFlags flags = RedisCliFlags.read(arguments);
		List<SimpleCommand> rest = pipeline.stages().subList(1, pipeline.stages().size());
		return new ActionCall(action(flags, arguments, rest), flags.hint());
	}

	private static Action action(RedisCliFlags flags, Arguments arguments, List<SimpleCommand> rest) {
		if (flags.mode() == RedisCliFlags.Mode.SCAN) {
			return scan((flags.pattern() != null) ? flags.pattern() : "*", flags, arguments, rest);
		}
		List<String> words = words(flags, arguments);
		if (flags.mode() == RedisCliFlags.Mode.COMMAND && words.size() == 2
				&& words.getFirst().equalsIgnoreCase("keys")) {
			return scan(words.get(1), flags, arguments, rest);
		}
		boolean info = !words.isEmpty() && words.getFirst().equalsIgnoreCase("info");
		if (!rest.isEmpty() && !info) {
			throw arguments.problem("nothing is understood after the bar behind this.");
		}
		return switch (flags.mode()) {
			case BIG_KEYS -> new BigKeys(BigKeys.By.ELEMENTS);
			case MEMORY_KEYS -> new BigKeys(BigKeys.By.MEMORY);
			case LATENCY -> new Latency();
			case STATISTICS -> new Info("stats", List.of());
			case COMMAND, SCAN -> info ? info(words, arguments, rest) : RedisCommands.read(words, arguments);
		};
	}

	private static List<String> words(RedisCliFlags flags, Arguments arguments) {
		List<String> words = new ArrayList<>();
		for (Word word : flags.command()) {
			words.add(word.literal()
				.orElseThrow(() -> arguments
					.problem("'" + word.source() + "' is something that a shell would change first.")));
		}
		return words;
	}

	private static Action info(List<String> words, Arguments arguments, List<SimpleCommand> rest) {
		if (words.size() > 2) {
			throw arguments.problem("only one section at a time is understood.");
		}
		String section = (words.size() == 2) ? words.get(1).toLowerCase(Locale.ROOT) : "";
		return attempt(() -> new Info(section, LineFilters.read(rest)));
	}

	private static Action scan(String pattern, RedisCliFlags flags, Arguments arguments, List<SimpleCommand> rest) {
		if (rest.isEmpty()) {
			return attempt(() -> new ScanKeys(KeyText.literal(pattern)));
		}
		if (rest.size() > 1) {
			throw arguments.problem("only one xargs is understood after a scan.");
		}
		XargsDeletion.demand(rest.getFirst(), flags.hint());
		return attempt(() -> new DeleteByPattern(KeyText.literal(pattern)));
	}

	static KeyText literal(String text) {
		try {
			return KeyText.literal(text);
		}
		catch (IllegalArgumentException refused) {
			throw notUnderstood("redis-cli: " + refused.getMessage() + ".");
		}
	}

	/** What refuses its parameters is a line that is not understood. */
	static <A> A attempt(Supplier<A> action) {
		try {
			return action.get();
		}
		catch (IllegalArgumentException refused) {
			throw notUnderstood("redis-cli: " + refused.getMessage() + ".");
		}
	}

}
