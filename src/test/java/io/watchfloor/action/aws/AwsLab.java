package io.watchfloor.action.aws;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchfloor.action.Action;
import io.watchfloor.action.Lines;
import io.watchfloor.action.NoSecrets;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Recorder;
import io.watchfloor.action.Trial;
import io.watchfloor.action.aws.iam.CallLog;
import io.watchfloor.action.aws.iam.Granted;
import io.watchfloor.catalog.Target;
import io.watchfloor.testing.RealServers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stand-in for AWS behind a line that listens in: which calls were made is known,
 * answers can be changed on their way, and a line can break after the call went through.
 */
public final class AwsLab implements AutoCloseable {

	private static final Set<String> FORWARDED = Set.of("content-type", "x-amz-target", "authorization", "x-amz-date",
			"x-amz-content-sha256", "accept", "x-amzn-query-mode");

	private final Moto moto;

	private final URI behind;

	private final HttpServer server;

	private final HttpClient client = HttpClient.newHttpClient();

	private final AwsSessions sessions = new AwsSessions(new AwsClients(new NoSecrets()), Clock.systemUTC());

	private final Trial.Watcher granted = AwsLab::granted;

	private final List<String> asked = new ArrayList<>();

	private final Map<String, UnaryOperator<String>> changed = new ConcurrentHashMap<>();

	private final Set<String> broken = new HashSet<>();

	/** Starts moto and the line before it. */
	public AwsLab() throws IOException {
		this(new Moto(), null);
	}

	private AwsLab(Moto moto, URI behind) throws IOException {
		this.moto = moto;
		this.behind = (behind != null) ? behind : URI.create(moto.url());
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::pass);
		this.server.start();
		Trial.watch(this.granted);
	}

	/** No handler calls more than the policy that is written for its action allows. */
	private static Runnable granted(Action action, Target target) {
		int before = CallLog.size();
		return () -> Granted.demand(action, target, CallLog.since(before));
	}

	/** A line before another stand-in. */
	public static AwsLab before(URI other) throws IOException {
		return new AwsLab(null, other);
	}

	private void pass(HttpExchange exchange) throws IOException {
		byte[] body = exchange.getRequestBody().readAllBytes();
		String operation = operation(exchange, body);
		synchronized (this.asked) {
			this.asked.add(operation);
		}
		HttpResponse<byte[]> answer = forward(exchange, body);
		if (this.broken.contains(operation)) {
			exchange.close();
			return;
		}
		byte[] sent = answer.body();
		UnaryOperator<String> change = this.changed.get(operation);
		if (change != null) {
			sent = change.apply(new String(sent, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
		}
		answer.headers()
			.firstValue("content-type")
			.ifPresent((type) -> exchange.getResponseHeaders().add("Content-Type", type));
		exchange.sendResponseHeaders(answer.statusCode(), sent.length == 0 ? -1 : sent.length);
		exchange.getResponseBody().write(sent);
		exchange.close();
	}

	private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.behind.resolve(exchange.getRequestURI().toString()))
			.method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (FORWARDED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
				request.header(name, values.getFirst());
			}
		});
		try {
			return this.client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IOException(interrupted);
		}
	}

	private static String operation(HttpExchange exchange, byte[] body) {
		String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
		if (target != null) {
			return target.replaceFirst(".*\\.", "");
		}
		String path = exchange.getRequestURI().getPath();
		if (path.contains("/operation/")) {
			return path.replaceFirst(".*/", "");
		}
		String text = new String(body, StandardCharsets.UTF_8);
		return text.contains("Action=") ? text.replaceFirst("(?s).*Action=([A-Za-z]+).*", "$1")
				: exchange.getRequestMethod() + " " + path;
	}

	/** Opens sessions. */
	public AwsSessions sessions() {
		return this.sessions;
	}

	/** The target behind the line. */
	public Target target() {
		return new Target(
				new io.watchfloor.catalog.TargetId(new io.watchfloor.catalog.SystemId("customer-success"), "sandbox",
						"aws"),
				"aws",
				Map.of("region", "us-east-1", "endpoint", "http://127.0.0.1:" + this.server.getAddress().getPort()),
				Map.of("access-key-id", new io.watchfloor.catalog.SecretReference("env", "test"), "secret-access-key",
						new io.watchfloor.catalog.SecretReference("env", "test")),
				List.of());
	}

	/** The target with a folder of files on this machine. */
	public Target target(java.nio.file.Path files) {
		Map<String, String> settings = new java.util.TreeMap<>(target().settings());
		settings.put("files", files.toString());
		return new Target(target().id(), "aws", settings, target().secrets(), List.of());
	}

	/** The target without the line before it, for measuring. */
	public Target direct() {
		Map<String, String> settings = new java.util.TreeMap<>(target().settings());
		settings.put("endpoint", this.behind.toString());
		return new Target(target().id(), "aws", settings, target().secrets(), List.of());
	}

	/** The same with a folder of files on this machine. */
	public Target direct(java.nio.file.Path files) {
		Map<String, String> settings = new java.util.TreeMap<>(direct().settings());
		settings.put("files", files.toString());
		return new Target(target().id(), "aws", settings, target().secrets(), List.of());
	}

	/**
	 * Runs the {@code aws} command against it, as the scripts in runbooks do.
	 * @return what it printed
	 */
	public String command(String... words) throws IOException, InterruptedException {
		List<String> all = new ArrayList<>(List.of(RealServers.optional("aws", "awscli").toString(), "--endpoint-url",
				this.behind.toString(), "--region", "us-east-1", "--output", "text"));
		all.addAll(List.of(words));
		ProcessBuilder builder = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD);
		builder.environment().putAll(Map.of("AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
		Process process = builder.start();
		String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor()).as(String.join(" ", all)).isZero();
		return said.strip();
	}

	/** Makes a call that the test needs made. */
	public String run(String line) {
		AwsChange change = (AwsChange) Lines.call(line, new AwsReader()).action();
		AwsChangeHandler handler = new AwsChangeHandler(this.sessions, Clock.systemUTC());
		Plan plan = handler.plan(change, target());
		Recorder recorder = new Recorder(plan);
		assertThat(handler.execute(change, plan, target(), recorder)).as(line).isInstanceOf(Outcome.Succeeded.class);
		return String.join("\n", recorder.output);
	}

	/** Asks what the test needs to know. */
	public Told ask(String service, String operation, Map<String, Object> parameters) {
		return this.sessions.reading(target()).ask(service, operation, parameters, "");
	}

	/** Calls made since the last look. */
	public List<String> asked() {
		synchronized (this.asked) {
			List<String> taken = List.copyOf(this.asked);
			this.asked.clear();
			return taken;
		}
	}

	/** From now on answers to an operation are changed on their way. */
	public void answers(String operation, UnaryOperator<String> change) {
		this.changed.put(operation, change);
	}

	/** From now on the line breaks after an operation went through. */
	public void breakAfter(String operation) {
		this.broken.add(operation);
	}

	/** The line is whole again, and what went over it forgotten. */
	public void mend() {
		asked();
		this.broken.clear();
		this.changed.clear();
	}

	@Override
	public void close() {
		Trial.leave(this.granted);
		this.server.stop(0);
		if (this.moto != null) {
			this.moto.close();
		}
	}

}
