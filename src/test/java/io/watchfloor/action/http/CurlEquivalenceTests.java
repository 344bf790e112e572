package io.watchfloor.action.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Actions;
import io.watchfloor.action.Connectors;
import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Targets;
import io.watchfloor.catalog.Target;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Risk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The requests of the real curl and of our action, at a server that writes them down. */
class CurlEquivalenceTests {

	private static final long SEED = 20261121;

	/** What a program sends of its own accord. */
	private static final Set<String> OWN = Set.of("user-agent", "host", "connection", "accept-encoding", "upgrade",
			"http2-settings", "content-length");

	private static final Pattern ENCODED = Pattern.compile("%[0-9a-fA-F]{2}");

	private static final List<String> PATHS = List.of("/", "/health", "/a/b.json", "/a%20b", "/a?x=1&y=2",
			"/a?q=%C3%A4", "/a/?x=a+b", "/a;v=1", "/~ops/@me", "/a?x=%26&y=%3D", "/a#part", "/a?x=1#part",
			"/A/%2e%2e/b", "/a//b", "/a/../b", "/a/./b", "/a?x=../y", "/a?x=it's", "/ä", "/a?x=1?y", "", "?x=1", "/a,b",
			"/a?x=a:b", "/%61", "/a?x[]=1", "/a?x=[1-3]", "/{a,b}", "/a?x=[a]", "/a?x=[a-c:2]", "/a?{x=1,y=2}");

	private static final List<String> HEADERS = List.of("", "", "-H 'Accept: application/json'",
			"-H 'X-Trace: a:b, c' -H \"X-Empty-Ish: .\"", "--header 'Content-Type: application/json'",
			"-H 'Cache-Control:no-cache'", "-A probe/1.0 -e http://example.com/", "-H 'accept: text/plain'");

	private static final List<String> SHAPES = List.of("", "-s", "-sS", "-fsSL", "-v --max-time 5", "-i", "-I",
			"--retry 3 --retry-delay 1", "-4 --no-progress-meter", "-o /dev/null -w '%{http_code}'", "--compressed");

	private static final List<String> BODIES = List.of("", "", "-d a=1", "-d a=1 -d 'b=2 3'", "--data-raw '@home'",
			"-d '{\"a\": [1, \"x y\"]}'", "--json '{\"a\":1}'", "--data-urlencode 'q=a b&c=ä+%'", "-G -d x=1 -d y=2",
			"-G --data-urlencode 'q=a b/ä'", "-d ''", "--data-binary 'line one'", "-d 'a=1&b=' --data-urlencode c=/",
			"--data $'a\\nb'");

	private static final List<String> METHODS = List.of("", "", "", "-X POST", "-X PUT", "-XPATCH", "--request DELETE",
			"-X GET");

	private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();

	private final Random random = new Random(SEED);

	private HttpServer server;

	private HttpServers servers;

	private Actions actions;

	/** As it arrived. */
	private record Request(String method, String path, Map<String, String> headers, String body) {
	}

	@BeforeEach
	void start() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/", this::answer);
		this.server.start();
		this.servers = new HttpServers(new NoSecrets());
		Clock clock = Clock.systemUTC();
		this.actions = Connectors
			.of(List.of(new GetTextHandler(this.servers, clock), new HttpCallHandler(this.servers, clock)));
	}

	@AfterEach
	void stop() {
		this.server.stop(0);
		this.servers.destroy();
	}

	private void answer(HttpExchange exchange) throws IOException {
		Map<String, String> headers = new TreeMap<>();
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
				headers.put(name.toLowerCase(Locale.ROOT), String.join(", ", values));
			}
		});
		// By its version curl writes the digits of a percent-encoded byte small or large;
		// brackets it leaves as
		// they are
		String path = ENCODED.matcher(exchange.getRequestURI().toString())
			.replaceAll((match) -> match.group().toUpperCase(Locale.ROOT))
			.replace("[", "%5B")
			.replace("]", "%5D");
		this.requests.add(new Request(exchange.getRequestMethod(), path, headers,
				new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
		exchange.sendResponseHeaders(200, -1);
		exchange.close();
	}

	private String base() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	private String line() {
		String url = "'" + base() + pick(PATHS).replace("'", "'\\''") + "'";
		return String.join(" ", "curl", pick(SHAPES), pick(METHODS), pick(HEADERS), pick(BODIES), url)
			.replaceAll(" +", " ");
	}

	private String pick(List<String> from) {
		return from.get(this.random.nextInt(from.size()));
	}

	@Test
	void whatIsUnderstoodIsSentAsCurlSendsIt() throws Exception {
		int understood = 0;
		List<String> differences = new ArrayList<>();
		for (int round = 0; round < 600; round++) {
			String line = line();
			if (Lines.read(line,
					new CurlReader(List.of())) instanceof Understanding.Understood<ActionCall>(ActionCall call)) {
				understood++;
				Request ours = ours(call.action());
				Request theirs = curl(line).orElse(null);
				if (!ours.equals(theirs) && !(theirs == null && line.contains("["))) {
					differences.add(line + "\n  curl " + theirs + "\n  ours " + ours);
				}
			}
		}
		assertThat(differences.stream().limit(12).toList()).as("seed %d", SEED).isEmpty();
		assertThat(understood).isGreaterThan(200);
	}

	private Request ours(Action action) throws InterruptedException {
		Target target = Targets.target("application", "http", Map.of("url", base()));
		if (action.risk() == Risk.READ) {
			this.actions.read(action, target, RunContext.none());
			return next(action.commandLine());
		}
		Plan plan = this.actions.preview(action, target).plan();
		this.requests.clear();
		this.actions.changes(action).execute(action, plan, target, new Recorder(plan));
		return next(action.commandLine());
	}

	/** Empty where curl itself takes brackets for a range that it does not understand. */
	private Optional<Request> curl(String line) throws Exception {
		List<String> command = new ArrayList<>(List.of("curl", "-q", "--noproxy", "*"));
		Lines.pipeline(line)
			.stages()
			.getFirst()
			.arguments()
			.stream()
			.map(Word::literal)
			.map((word) -> word.orElseThrow())
			.forEach(command::add);
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(line).isTrue();
		return (process.exitValue() == 3) ? Optional.empty() : Optional.of(next(line));
	}

	private Request next(String line) throws InterruptedException {
		Request request = this.requests.poll(5, TimeUnit.SECONDS);
		assertThat(request).as("nothing was sent: %s", line).isNotNull();
		assertThat(this.requests).as("sent once: %s", line).isEmpty();
		return request;
	}

}
