package io.watchfloor.action.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the server itself says of its commands. */
final class CommandTable {

	private static final Map<String, Entry> ENTRIES = load();

	/** Commands that the server does not mark as reading, because they read no key. */
	private static final Set<String> ALSO_READING = Set.of("ping", "echo", "time", "lastsave", "role", "client|list",
			"client|info", "client|id", "client|getname", "slowlog|get", "slowlog|len", "latency|latest",
			"latency|history", "latency|doctor", "latency|graph", "latency|histogram", "memory|stats", "memory|doctor",
			"memory|malloc-stats", "command|count", "command|info", "command|docs", "command|list", "command|getkeys",
			"cluster|info", "cluster|nodes", "cluster|slots", "cluster|shards", "cluster|myid", "cluster|keyslot",
			"cluster|countkeysinslot", "cluster|links", "cluster|replicas", "cluster|slaves", "pubsub|channels",
			"pubsub|numpat", "pubsub|numsub", "pubsub|shardchannels", "pubsub|shardnumsub", "acl|whoami", "acl|cat",
			"module|list", "function|list", "function|stats", "script|exists", "command", "lolwut");

	/** Marked as reading, and still not without effect or bound. */
	private static final Set<String> NOT_READING = Set.of("eval_ro", "evalsha_ro", "fcall_ro", "pfcount", "keys");

	/** Writing commands after which something is gone. */
	private static final Set<String> REMOVING = Set.of("getdel", "spop", "lpop", "rpop", "blpop", "lmpop", "zmpop",
			"zpopmin", "zpopmax", "ltrim", "lrem", "srem", "hdel", "zrem", "zremrangebyrank", "zremrangebyscore",
			"zremrangebylex", "xtrim", "xdel", "xgroup|destroy", "swapdb", "del", "unlink", "flushall", "flushdb");

	private CommandTable() {
	}

	/**
	 * A command.
	 *
	 * @param name in lower case; a subcommand behind a bar
	 * @param arity how many words with the name; a negative one is the least
	 * @param flags as the server names them
	 */
	record Entry(String name, int arity, Set<String> flags) {

		int words() {
			return this.name.contains("|") ? 2 : 1;
		}

		boolean fits(int words) {
			return (this.arity >= 0) ? words == this.arity : words >= -this.arity;
		}

		/** Whether it provably changes nothing and comes to an end. */
		boolean reads(List<String> words) {
			boolean waits = this.flags.contains("blocking") && words.stream().anyMatch("block"::equalsIgnoreCase);
			boolean reading = this.flags.contains("readonly") && !NOT_READING.contains(this.name);
			return (reading && !waits) || ALSO_READING.contains(this.name);
		}

		/** Whether it changes keys, at once and not as a script. */
		boolean writes() {
			return this.flags.contains("write") && !this.flags.contains("blocking") && !this.flags.contains("admin")
					&& !this.flags.contains("noscript")
					&& !Set
						.of("migrate", "restore-asking", "eval", "evalsha", "fcall", "function|load",
								"function|restore")
						.contains(this.name);
		}

		boolean removes() {
			return REMOVING.contains(this.name);
		}

	}

	/**
	 * The entry that the first words name; empty for a command that 7.0 does not know.
	 */
	static Optional<Entry> find(List<String> words) {
		String name = words.getFirst().toLowerCase(Locale.ROOT);
		if (words.size() > 1) {
			Entry sub = ENTRIES.get(name + "|" + words.get(1).toLowerCase(Locale.ROOT));
			if (sub != null) {
				return Optional.of(sub);
			}
		}
		return Optional.ofNullable(ENTRIES.get(name));
	}

	/** Every command. */
	static Stream<Entry> all() {
		return ENTRIES.values().stream();
	}

	private static Map<String, Entry> load() {
		try (InputStream content = Objects.requireNonNull(CommandTable.class.getResourceAsStream("commands-7.0.txt"));
				BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
			return lines.lines()
				.filter((line) -> !line.startsWith("#"))
				.map(CommandTable::entry)
				.collect(Collectors.toUnmodifiableMap(Entry::name, Function.identity()));
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static Entry entry(String line) {
		List<String> parts = List.of(line.split(" ", -1));
		return new Entry(parts.get(0), Integer.parseInt(parts.get(1)), Set.of(parts.get(2).split(",", -1)));
	}

}
