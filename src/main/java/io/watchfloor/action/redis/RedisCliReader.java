package io.watchfloor.action.redis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Arguments;
import io.watchfloor.action.LineFilter;
import io.watchfloor.action.LineFilters;
import io.watchfloor.action.StrictReader;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import org.springframework.stereotype.Component;

/**
 * Reads {@code redis-cli}, alone, before filters, or scanning for another that deletes.
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
		if (flags.scan()) {
			return scan(flags, arguments, rest);
		}
		String command = arguments.nextLiteral("the command").toLowerCase(Locale.ROOT);
		if (command.equals("info")) {
			return info(arguments, LineFilters.read(rest));
		}
		if (!rest.isEmpty()) {
			throw arguments
				.problem("nothing is understood after the bar behind " + command.toUpperCase(Locale.ROOT) + ".");
		}
		return RedisCommands.read(command, arguments);
	}

	private static Action info(Arguments arguments, List<LineFilter> filters) {
		String section = arguments.more() ? arguments.nextLiteral("the section").toLowerCase(Locale.ROOT) : "";
		arguments.end();
		return attempt(() -> new Info(section, filters));
	}

	private static Action scan(RedisCliFlags flags, Arguments arguments, List<SimpleCommand> rest) {
		arguments.end();
		String pattern = (flags.pattern() != null) ? flags.pattern() : "*";
		if (rest.isEmpty()) {
			return attempt(() -> new ScanKeys(KeyText.literal(pattern)));
		}
		if (rest.size() > 1) {
			throw arguments.problem("only one xargs is understood after --scan.");
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

	/** An action that refuses its parameters is a line that is not understood. */
	static <A extends Action> A attempt(Supplier<A> action) {
		try {
			return action.get();
		}
		catch (IllegalArgumentException refused) {
			throw notUnderstood("redis-cli: " + refused.getMessage() + ".");
		}
	}

}
