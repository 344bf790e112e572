package io.watchfloor.action.redis;

import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.SslOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.SocketAddressResolver;
import io.watchfloor.action.AddressGuard;
import io.watchfloor.action.Sessions;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Opens one connection per piece of work and closes it afterwards. Settings of a target:
 * {@code url} ({@code redis://host:port/database} or {@code rediss://…}), {@code user},
 * {@code certificates} (a PEM file, where the server's are not the public ones); secret:
 * {@code password}.
 */
@Component
class RedisServers implements Sessions<RedisSession>, DisposableBean {

	private static final Duration CONNECT = Duration.ofSeconds(3);

	private static final Duration ANSWER = Duration.ofSeconds(10);

	private final Secrets secrets;

	/** Where the names lead that were looked at last. */
	private final Map<RedisURI, SocketAddress> pinned = new ConcurrentHashMap<>();

	private final ClientResources resources = DefaultClientResources.builder()
		.ioThreadPoolSize(2)
		.computationThreadPoolSize(2)
		.socketAddressResolver(new SocketAddressResolver() {

			@Override
			public SocketAddress resolve(RedisURI uri) {
				return Objects.requireNonNull(RedisServers.this.pinned.get(uri), "looked at before it connects");
			}

		})
		.build();

	RedisServers(Secrets secrets) {
		this.secrets = secrets;
	}

	/**
	 * Connects.
	 * @throws Problem when the server does not answer or refuses; nothing was sent then
	 * but the sign-in
	 */
	@Override
	public RedisSession reading(Target target) {
		RedisURI uri = uri(target);
		pin(target, uri);
		RedisClient client = RedisClient.create(this.resources, uri);
		client.setOptions(options(target));
		try {
			return new RedisSession(client, client.connect(ByteArrayCodec.INSTANCE), uri, ANSWER);
		}
		catch (RedisException trouble) {
			client.shutdown(Duration.ZERO, CONNECT);
			throw RedisTrouble.of(trouble, address(uri));
		}
	}

	private void pin(Target target, RedisURI uri) {
		try {
			this.pinned.put(uri, AddressGuard.pinned(target, uri.getHost(), uri.getPort()));
		}
		catch (UnknownHostException unknown) {
			throw RedisTrouble.of(new RedisConnectionException("No address is known for " + uri.getHost(), unknown),
					address(uri));
		}
	}

	private static ClientOptions options(Target target) {
		return ClientOptions.builder()
			.protocolVersion(ProtocolVersion.RESP2)
			.autoReconnect(false)
			.disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
			.socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
			.timeoutOptions(TimeoutOptions.enabled(ANSWER))
			.sslOptions(certificates(target))
			.build();
	}

	/**
	 * Who may vouch for a server behind TLS: a file of the target's, or the JDK's own.
	 */
	private static SslOptions certificates(Target target) {
		SslOptions.Builder trusted = SslOptions.builder().jdkSslProvider();
		String file = target.settings().get("certificates");
		if (file == null) {
			return trusted.build();
		}
		if (!Files.isReadable(Path.of(file))) {
			throw new Problem(Problem.Category.NOT_FOUND, "The certificates of " + target.id() + " are not at " + file
					+ ". Put the PEM file there or mend the setting 'certificates'.");
		}
		return trusted.trustManager(Path.of(file).toFile()).build();
	}

	private RedisURI uri(Target target) {
		RedisURI uri = parse(target);
		uri.setTimeout(CONNECT);
		uri.setClientName("watchfloor");
		SecretReference password = target.secrets().get("password");
		if (password != null) {
			String user = target.settings().getOrDefault("user", "default");
			uri.setCredentialsProvider(
					RedisCredentialsProvider.from(() -> RedisCredentials.just(user, this.secrets.resolve(password))));
		}
		return uri;
	}

	private static RedisURI parse(Target target) {
		String url = target.setting("url");
		try {
			RedisURI uri = RedisURI.create(url);
			if (!url.matches("rediss?://.*")) {
				throw new IllegalArgumentException("neither redis nor rediss");
			}
			if (url.contains("@")) {
				throw new Problem(Problem.Category.NOT_UNDERSTOOD, "The url of " + target.id()
						+ " carries user or password. Put them into 'user' and the secret 'password'.");
			}
			return uri;
		}
		catch (IllegalArgumentException malformed) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"The url of " + target.id() + " must look like redis://host:6379/0.", malformed);
		}
	}

	/** The same server, for another of its databases. */
	static Target database(Target target, int number) {
		RedisURI uri = parse(target);
		Map<String, String> settings = new TreeMap<>(target.settings());
		settings.put("url",
				(uri.isSsl() ? "rediss" : "redis") + "://" + uri.getHost() + ":" + uri.getPort() + "/" + number);
		return new Target(target.id(), target.kind(), settings, target.secrets(), target.writtenAs());
	}

	/** The number of the database that a target is. */
	static int database(Target target) {
		return parse(target).getDatabase();
	}

	private static String address(RedisURI uri) {
		return uri.getHost() + ":" + uri.getPort();
	}

	@Override
	public void destroy() {
		this.resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2, TimeUnit.SECONDS);
	}

}
