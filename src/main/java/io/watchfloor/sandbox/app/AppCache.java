package io.watchfloor.sandbox.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.KeyValue;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.SetArgs;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.watchfloor.sandbox.server.LocalSecret;
import org.jspecify.annotations.Nullable;

/**
 * The application's Redis. A lost connection is opened again by the next call, at once
 * and not after a growing delay, so that the application recovers when Redis does.
 */
public final class AppCache implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private static final Duration BULK_PATIENCE = Duration.ofSeconds(10);

	private static final int BATCH = 1_000;

	private final RedisClient client;

	private @Nullable StatefulRedisConnection<String, String> connection;

	/** Connects at the first call. */
	public AppCache(ClientResources resources, String url, LocalSecret password) {
		RedisURI uri = RedisURI.builder(RedisURI.create(url)).withPassword((CharSequence) password.value()).build();
		uri.setTimeout(BULK_PATIENCE);
		uri.setClientName("sandbox");
		this.client = RedisClient.create(resources, uri);
		this.client.setOptions(ClientOptions.builder()
			.autoReconnect(false)
			.socketOptions(SocketOptions.builder().connectTimeout(PATIENCE).build())
			.build());
	}

	/**
	 * Asks for an answer.
	 * @throws RedisException when none comes within a second
	 */
	public void ping() {
		LettuceFutures.awaitOrCancel(connection().async().ping(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Reads one key. */
	public Optional<String> get(String key) {
		return Optional.ofNullable(connection().sync().get(key));
	}

	/** Reads many keys one by one, so that each counts as a hit or a miss. */
	public void getEach(List<String> keys) {
		bulk(keys, RedisAsyncCommands::get);
	}

	/** Writes keys, whatever is there. */
	public void put(Map<String, String> values) {
		bulk(List.copyOf(values.entrySet()), (commands, entry) -> commands.set(entry.getKey(), entry.getValue()));
	}

	/** Writes only the keys that are not there, as the application's own job does. */
	public void putAbsent(Map<String, String> values) {
		bulk(List.copyOf(values.entrySet()),
				(commands, entry) -> commands.set(entry.getKey(), entry.getValue(), SetArgs.Builder.nx()));
	}

	/** Removes keys. */
	public void remove(List<String> keys) {
		bulk(keys, RedisAsyncCommands::unlink);
	}

	/** Removes everything. */
	public void clear() {
		connection().sync().flushall();
	}

	/** How many keys there are. */
	public long size() {
		return connection().sync().dbsize();
	}

	/** Walks over the keys with a beginning, batch by batch, until told to stop. */
	public void scan(String prefix, Predicate<Map<String, String>> goOn) {
		var commands = connection().sync();
		ScanArgs pattern = ScanArgs.Builder.matches(prefix + "*").limit(BATCH);
		KeyScanCursor<String> cursor = commands.scan(pattern);
		while (true) {
			if (!cursor.getKeys().isEmpty() && !goOn.test(read(cursor.getKeys()))) {
				return;
			}
			if (cursor.isFinished()) {
				return;
			}
			cursor = commands.scan(cursor, pattern);
		}
	}

	private Map<String, String> read(List<String> keys) {
		Map<String, String> values = new LinkedHashMap<>();
		for (KeyValue<String, String> entry : connection().sync().mget(keys.toArray(new String[0]))) {
			entry.ifHasValue((value) -> values.put(entry.getKey(), value));
		}
		return values;
	}

	private <T> void bulk(List<T> items, BulkCommand<T> command) {
		RedisAsyncCommands<String, String> commands = connection().async();
		for (int start = 0; start < items.size(); start += BATCH) {
			List<RedisFuture<?>> answers = new ArrayList<>();
			items.subList(start, Math.min(items.size(), start + BATCH))
				.forEach((item) -> answers.add(command.send(commands, item)));
			if (!LettuceFutures.awaitAll(BULK_PATIENCE, answers.toArray(RedisFuture[]::new))) {
				throw new RedisException("no answer within " + BULK_PATIENCE.toSeconds() + " s");
			}
		}
	}

	private synchronized StatefulRedisConnection<String, String> connection() {
		StatefulRedisConnection<String, String> existing = this.connection;
		if (existing != null && existing.isOpen()) {
			return existing;
		}
		StatefulRedisConnection<String, String> fresh = this.client.connect();
		this.connection = fresh;
		return fresh;
	}

	@Override
	public void close() {
		this.client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
	}

	private interface BulkCommand<T> {

		RedisFuture<?> send(RedisAsyncCommands<String, String> commands, T item);

	}

}
