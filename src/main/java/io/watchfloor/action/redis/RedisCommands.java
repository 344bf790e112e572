package io.watchfloor.action.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.action.Arguments;

/** Reads Redis' own commands as redis-cli takes them: without any escapes. */
final class RedisCommands {

	/** Why some that are known stay manual. */
	private static final Map<String, String> REFUSED = Map.of("monitor",
			"MONITOR slows the server down for everybody and shows what others send; read INFO stats or the slow log.",
			"shutdown", "SHUTDOWN stops the server and is no restart; let its supervisor restart it.", "keys",
			"KEYS blocks the server while it looks at every key; use --scan --pattern.", "debug",
			"DEBUG can stop or crash the server.", "eval", "a script can do anything.", "save",
			"SAVE blocks the server while it writes.");

	private RedisCommands() {
	}

	static Action read(String command, Arguments arguments) {
		return switch (command) {
			case "ping" -> alone(new Ping(), arguments);
			case "dbsize" -> alone(new DatabaseSize(), arguments);
			case "del", "unlink" -> delete(arguments);
			case "flushall" -> flush(Flush.Scope.ALL, arguments);
			case "flushdb" -> flush(Flush.Scope.DATABASE, arguments);
			case "config" -> config(arguments);
			default -> throw arguments.problem(REFUSED.getOrDefault(command,
					"the command " + command.toUpperCase(Locale.ROOT) + " is not understood."));
		};
	}

	private static Action alone(Action action, Arguments arguments) {
		arguments.end();
		return action;
	}

	private static Action delete(Arguments arguments) {
		List<KeyText> keys = new ArrayList<>();
		do {
			keys.add(RedisCliReader.literal(arguments.nextLiteral("the key")));
		}
		while (arguments.more());
		return RedisCliReader.attempt(() -> new DeleteKeys(keys));
	}

	private static Action flush(Flush.Scope scope, Arguments arguments) {
		Flush.Mode mode = Flush.Mode.DEFAULT;
		if (arguments.more()) {
			String word = arguments.nextLiteral("the mode").toUpperCase(Locale.ROOT);
			mode = switch (word) {
				case "SYNC" -> Flush.Mode.SYNC;
				case "ASYNC" -> Flush.Mode.ASYNC;
				default -> throw arguments.problem("'" + word + "' is not understood.");
			};
		}
		return alone(new Flush(scope, mode), arguments);
	}

	private static Action config(Arguments arguments) {
		String verb = arguments.nextLiteral("GET or SET").toLowerCase(Locale.ROOT);
		String parameter = arguments.nextLiteral("the setting").toLowerCase(Locale.ROOT);
		Action action = switch (verb) {
			case "get" -> RedisCliReader.attempt(() -> new ConfigGet(parameter));
			case "set" -> {
				String value = arguments.nextLiteral("the value");
				yield RedisCliReader.attempt(() -> new ConfigSet(parameter, value));
			}
			default -> throw arguments.problem("CONFIG " + verb.toUpperCase(Locale.ROOT) + " is not understood.");
		};
		return alone(action, arguments);
	}

}
