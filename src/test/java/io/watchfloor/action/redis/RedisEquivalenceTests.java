package io.watchfloor.action.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;

import io.watchfloor.action.Action;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.Lines;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Shell;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Risk;
import io.watchfloor.testing.RealServers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the real redis-cli sends for a line and what our action sends is the same, by
 * MONITOR.
 */
class RedisEquivalenceTests {

	private static final long SEED = 42_2026;

	private static final List<String> TEMPLATES = List.of("PING", "DBSIZE", "INFO", "INFO memory", "info stats",
			"CONFIG GET maxmemory", "GET K", "STRLEN K", "TTL K", "type K", "EXISTS K K", "LRANGE K 0 -1", "HGETALL K",
			"SMEMBERS K", "ZRANGE K 0 -1 WITHSCORES", "SCAN 0 MATCH K COUNT 10", "OBJECT ENCODING K", "MEMORY USAGE K",
			"SLOWLOG GET 5", "slowlog len", "CLIENT ID", "LASTSAVE", "TIME", "ROLE", "MGET K K", "HGET K K", "LLEN K",
			"GETRANGE K 0 3", "SET K V", "SET K V EX 100", "EXPIRE K 60", "LPUSH K V", "HSET K K V", "SADD K V",
			"ZADD K 1 V", "INCRBY N 5", "APPEND S V", "MSET K V K V", "DEL K K", "UNLINK K", "PERSIST K", "SETNX K V");

	private static final String CHARACTERS = "abcXYZ019 :*?[]{}'\"\\$`!#&|;<>()~-_=+,./%@^\u00e9\u6f22";

	private final Random random = new Random(SEED);

	private final RedisCliReader reader = new RedisCliReader();

	@Test
	void aHundredAndFiftyLinesSendTheSame() throws Exception {
		RealServers.redisServer();
		try (LiveRedis redis = new LiveRedis(); Monitor monitor = new Monitor(redis.port())) {
			Actions actions = Connectors.of(RedisReadTests.handlers(redis.servers));
			for (int round = 0; round < 150; round++) {
				String line = line();
				Action action = Lines.call(line, this.reader).action();
				assertThat(Lines.call(action.commandLine(), this.reader).action()).as(line).isEqualTo(action);
				Plan plan = (action.risk() == Risk.READ) ? null : actions.preview(action, redis.target()).plan();
				monitor.since(redis);
				redisCli(line, redis.port());
				List<String> theirs = monitor.since(redis);
				if (plan == null) {
					actions.read(action, redis.target(), RunContext.none());
				}
				else {
					actions.changes(action).execute(action, plan, redis.target(), new Recorder(plan));
				}
				List<String> ours = monitor.since(redis);
				assertThat(ours.removeFirst()).as("the connection's own greeting").isEqualTo("\"PING\"");
				assertThat(ours.stream().map(RedisEquivalenceTests::inOneSpelling).toList())
					.as("seed %d: %s", SEED, line)
					.isEqualTo(theirs.stream().map(RedisEquivalenceTests::inOneSpelling).toList());
			}
		}
	}

	/** Names of commands are the same in either case, and DEL is sent as UNLINK. */
	private static String inOneSpelling(String sent) {
		int end = sent.indexOf('"', 1);
		String name = sent.substring(1, end).toUpperCase(Locale.ROOT).replaceFirst("^DEL$", "UNLINK");
		String rest = sent.substring(end);
		return name + (name.equals("INFO") || name.equals("CONFIG") || name.equals("SLOWLOG")
				? rest.toLowerCase(Locale.ROOT) : rest);
	}

	private String line() {
		StringBuilder line = new StringBuilder("redis-cli");
		for (String word : TEMPLATES.get(this.random.nextInt(TEMPLATES.size())).split(" ", -1)) {
			String value = switch (word) {
				case "K", "V" -> text();
				case "N" -> "counter:" + this.random.nextInt(3);
				case "S" -> "string:" + this.random.nextInt(3);
				default -> word;
			};
			line.append(' ').append(Shell.quote(value));
		}
		return line.toString();
	}

	private String text() {
		StringBuilder text = new StringBuilder("k");
		for (int length = this.random.nextInt(12); length > 0; length--) {
			text.append(CHARACTERS.charAt(this.random.nextInt(CHARACTERS.length())));
		}
		return text.toString();
	}

	private static void redisCli(String line, int port) throws Exception {
		List<String> command = new ArrayList<>(List.of("redis-cli", "-h", "127.0.0.1", "-p", "" + port));
		for (Word word : Lines.pipeline(line).stages().getFirst().arguments()) {
			command.add(word.literal().orElseThrow());
		}
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("LC_ALL", "C.UTF-8");
		Process process = builder.start();
		process.getInputStream().readAllBytes();
		process.waitFor();
	}

	/** Listens to everything that the server is sent. */
	private static final class Monitor implements AutoCloseable {

		private final Socket socket;

		private final BufferedReader lines;

		private int marker;

		private Monitor(int port) throws IOException {
			this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
			this.socket.setSoTimeout(10_000);
			this.lines = new BufferedReader(
					new InputStreamReader(this.socket.getInputStream(), StandardCharsets.ISO_8859_1));
			this.socket.getOutputStream().write("MONITOR\r\n".getBytes(StandardCharsets.US_ASCII));
			assertThat(this.lines.readLine()).isEqualTo("+OK");
		}

		/** The commands since the last call, but for what every client says of itself. */
		private List<String> since(LiveRedis redis) throws IOException {
			String end = "marker" + this.marker++;
			redis.commands().echo(end.getBytes(StandardCharsets.US_ASCII));
			List<String> sent = new ArrayList<>();
			while (true) {
				String line = Objects.requireNonNull(this.lines.readLine());
				if (line.endsWith("\"ECHO\" \"" + end + "\"")) {
					return sent;
				}
				String command = line.substring(line.indexOf("] ") + 2);
				if (!command.matches("(?i)\"(client\" \"(setname|setinfo)|hello|select\" \"0|command)\".*")) {
					sent.add(command);
				}
			}
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
		}

	}

}
