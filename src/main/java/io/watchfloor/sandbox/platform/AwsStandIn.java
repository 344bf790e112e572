package io.watchfloor.sandbox.platform;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.sandbox.platform.LocalServer.Answer;
import io.watchfloor.sandbox.platform.LocalServer.Request;
import io.watchfloor.sandbox.server.LocalSecret;
import io.watchfloor.sandbox.server.Ports;

/**
 * Answers as the AWS region in which the system runs: its ECS service, its ElastiCache
 * cluster, its RDS instance. It takes any signature; nobody else can reach it.
 */
final class AwsStandIn implements Platform {

	private final int port;

	private final LocalServer server;

	private final LocalSecret key;

	private final EcsService service;

	private final NamedServers servers;

	AwsStandIn(Supervisor supervisor, Path folder) {
		this.key = LocalSecret.in(folder.resolve("aws").resolve("key.secret"));
		this.service = new EcsService(supervisor);
		this.servers = new NamedServers(supervisor);
		this.port = Ports.choose(folder.resolve("aws").resolve("port"));
		this.server = new LocalServer(this.port, this::answer);
	}

	@Override
	public String kind() {
		return "aws";
	}

	@Override
	public Map<String, String> settings() {
		return Map.of("region", "us-east-1", "endpoint", address());
	}

	@Override
	public Map<String, LocalSecret> secrets() {
		return Map.of("access-key-id", this.key, "secret-access-key", this.key);
	}

	@Override
	public String address() {
		return "http://127.0.0.1:" + this.port;
	}

	private Answer answer(Request request) {
		if (request.target() != null) {
			return this.service.answer(request.target().replaceFirst(".*\\.", ""), request.body());
		}
		Map<String, String> form = Arrays.stream(request.body().split("&", -1))
			.map((pair) -> pair.split("=", 2))
			.filter((pair) -> pair.length == 2)
			.collect(Collectors.toMap((pair) -> decoded(pair[0]), (pair) -> decoded(pair[1]), (first, _) -> first));
		return this.servers.answer(form);
	}

	private static String decoded(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	static Answer refused(String code, String message) {
		return new Answer(400, "application/x-amz-json-1.1",
				CanonicalJson.write(Map.of("__type", code, "message", message)));
	}

	@Override
	public void close() {
		this.server.close();
	}

}
