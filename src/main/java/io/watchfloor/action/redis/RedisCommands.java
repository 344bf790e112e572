package io.watchfloor.action.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.Arguments;

/** Reads Redis' own commands as redis-cli takes them: without any escapes. */
final class RedisCommands {

	/** Why some that are known stay manual; by command or by subcommand. */
	private static final Map<String, String> REFUSED = Map.ofEntries(
			Map.entry("monitor",
					"MONITOR slows the server down for everybody and shows what others send; read INFO stats or the "
							+ "slow log."),
			Map.entry("debug", "DEBUG can stop or crash the server."), Map.entry("eval", "a script can do anything."),
			Map.entry("evalsha", "a script can do anything."), Map.entry("fcall", "a function can do anything."),
			Map.entry("eval_ro", "a script runs for as long as it likes while everybody waits."),
			Map.entry("fcall_ro", "a function runs for as long as it likes while everybody waits."),
			Map.entry("save", "SAVE blocks the server while it writes; BGSAVE does not."),
			Map.entry("bgrewriteaof", "whether the rewriting ended well cannot be told from one look."),
			Map.entry("subscribe", "it listens until it is stopped."),
			Map.entry("psubscribe", "it listens until it is stopped."),
			Map.entry("replicaof", "it makes the server a copy of another and drops its own keys."),
			Map.entry("slaveof", "it makes the server a copy of another and drops its own keys."),
			Map.entry("failover", "a failover is for a person to watch."),
			Map.entry("migrate", "it moves keys to a server that is no target here."),
			Map.entry("multi", "a transaction over several commands is for a person to hold open."),
			Map.entry("publish", "who hears it cannot be told."),
			Map.entry("acl", "who may do what is not changed or shown here."),
			Map.entry("module", "a module can do anything."));

	private static final Set<String> SECRET = Set.of("auth", "hello");

	private RedisCommands() {
	}

	static Action read(List<String> words, Arguments arguments) {
		if (words.isEmpty()) {
			throw arguments.problem("the command is missing; it would open a session to type in.");
		}
		String command = words.getFirst().toLowerCase(Locale.ROOT);
		List<String> rest = words.subList(1, words.size());
		return switch (command) {
			case "ping" -> rest.isEmpty() ? new Ping() : any(command, words, arguments);
			case "dbsize" -> alone(new DatabaseSize(), rest, arguments);
			case "bgsave" -> alone(new BackgroundSave(), rest, arguments);
			case "del", "unlink" -> delete(rest, arguments);
			case "flushall" -> flush(Flush.Scope.ALL, rest, arguments);
			case "flushdb" -> flush(Flush.Scope.DATABASE, rest, arguments);
			case "config" -> config(rest, arguments);
			case "swapdb" -> swap(rest, arguments);
			case "shutdown" -> shutdown(rest, arguments);
			default -> any(command, words, arguments);
		};
	}

	private static Action swap(List<String> rest, Arguments arguments) {
		if (rest.size() != 2 || !rest.stream().allMatch((number) -> number.matches("0|[1-9][0-9]{0,3}"))) {
			throw arguments.problem("SWAPDB takes the numbers of two databases.");
		}
		return RedisCliReader
			.attempt(() -> new SwapDatabases(Integer.parseInt(rest.get(0)), Integer.parseInt(rest.get(1))));
	}

	private static Action shutdown(List<String> rest, Arguments arguments) {
		return switch (String.join(" ", rest).toUpperCase(Locale.ROOT)) {
			case "" -> new Shutdown(Shutdown.Saving.AS_CONFIGURED);
			case "SAVE" -> new Shutdown(Shutdown.Saving.SAVE);
			case "NOSAVE" -> new Shutdown(Shutdown.Saving.NOSAVE);
			default -> throw arguments.problem("SHUTDOWN takes SAVE or NOSAVE, not '" + String.join(" ", rest) + "'.");
		};
	}

	/** Whatever the server's own table says of it. */
	private static Action any(String command, List<String> written, Arguments arguments) {
		if (SECRET.contains(command)) {
			throw arguments.problem("it carries a password. The target's secret is used instead.");
		}
		List<KeyText> words = written.stream().map(RedisCliReader::literal).toList();
		CommandTable.Entry entry = RedisCliReader.attempt(() -> Words.entry(words));
		if (entry.reads(written)) {
			return RedisCliReader.attempt(() -> new RedisQuery(words));
		}
		if (entry.writes()) {
			return RedisCliReader.attempt(() -> new RedisWrite(words));
		}
		throw arguments.problem(REFUSED.getOrDefault(command, entry.name().toUpperCase(Locale.ROOT).replace('|', ' ')
				+ " changes the server or waits, and what it did cannot be told from one look."));
	}

	private static Action alone(Action action, List<String> rest, Arguments arguments) {
		if (!rest.isEmpty()) {
			throw arguments.problem("'" + rest.getFirst() + "' is not understood.");
		}
		return action;
	}

	private static Action delete(List<String> rest, Arguments arguments) {
		if (rest.isEmpty()) {
			throw arguments.problem("the key is missing.");
		}
		List<KeyText> keys = new ArrayList<>(rest.stream().map(RedisCliReader::literal).toList());
		return RedisCliReader.attempt(() -> new DeleteKeys(keys));
	}

	private static Action flush(Flush.Scope scope, List<String> rest, Arguments arguments) {
		if (rest.isEmpty()) {
			return new Flush(scope, Flush.Mode.DEFAULT);
		}
		String word = rest.getFirst().toUpperCase(Locale.ROOT);
		Flush.Mode mode = switch (word) {
			case "SYNC" -> Flush.Mode.SYNC;
			case "ASYNC" -> Flush.Mode.ASYNC;
			default -> throw arguments.problem("'" + word + "' is not understood.");
		};
		return alone(new Flush(scope, mode), rest.subList(1, rest.size()), arguments);
	}

	private static Action config(List<String> rest, Arguments arguments) {
		if (rest.size() < 2) {
			throw arguments.problem("GET or SET with a setting is missing; other forms of CONFIG are not understood.");
		}
		String parameter = rest.get(1).toLowerCase(Locale.ROOT);
		return switch (rest.getFirst().toLowerCase(Locale.ROOT)) {
			case "get" ->
				alone(RedisCliReader.attempt(() -> new ConfigGet(parameter)), rest.subList(2, rest.size()), arguments);
			case "set" -> {
				if (rest.size() < 3) {
					throw arguments.problem("the value is missing.");
				}
				yield alone(RedisCliReader.attempt(() -> new ConfigSet(parameter, rest.get(2))),
						rest.subList(3, rest.size()), arguments);
			}
			default ->
				throw arguments.problem("CONFIG " + rest.getFirst().toUpperCase(Locale.ROOT) + " is not understood.");
		};
	}

}
