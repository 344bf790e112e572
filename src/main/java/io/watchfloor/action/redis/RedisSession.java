package io.watchfloor.action.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.LettuceFutures;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.output.ValueListOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.watchfloor.action.Session;

/** One connection; every method throws a Problem for the server's trouble. */
class RedisSession implements Session {

	/**
	 * How many keys the server looks at per SCAN: some milliseconds of its time.
	 */
	static final int PAGE = 5_000;

	private final RedisClient client;

	private final StatefulRedisConnection<byte[], byte[]> connection;

	private final RedisAsyncCommands<byte[], byte[]> commands;

	private final RedisURI uri;

	private final Duration timeout;

	RedisSession(RedisClient client, StatefulRedisConnection<byte[], byte[]> connection, RedisURI uri,
			Duration timeout) {
		this.client = client;
		this.connection = connection;
		this.commands = connection.async();
		this.uri = uri;
		this.timeout = timeout;
	}

	/** Host and port. */
	@Override
	public String address() {
		return this.uri.getHost() + ":" + this.uri.getPort();
	}

	/** What was asked, and of whom. */
	String source(String command) {
		return command + " at " + address() + "/" + database();
	}

	/** The logical database. */
	int database() {
		return this.uri.getDatabase();
	}

	RedisAsyncCommands<byte[], byte[]> commands() {
		return this.commands;
	}

	/** Whether the connection still stands. */
	boolean open() {
		return this.connection.isOpen();
	}

	/** Waits for an answer. */
	<T> T await(RedisFuture<T> answer) {
		try {
			return LettuceFutures.awaitOrCancel(answer, this.timeout.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (RedisException trouble) {
			throw RedisTrouble.of(trouble, address());
		}
	}

	String ping() {
		return await(this.commands.ping());
	}

	long size() {
		return await(this.commands.dbsize());
	}

	String info(String section) {
		return await(section.isEmpty() ? this.commands.info() : this.commands.info(section));
	}

	/**
	 * Walks the whole keyspace by the server's own MATCH. The next page is under way
	 * while this one is looked at. A key can come twice, as SCAN allows.
	 * @param page what to do with some keys; false to stop
	 * @return whether the walk came to its end
	 */
	boolean scan(KeyText pattern, Predicate<List<byte[]>> page) {
		ScanArgs arguments = ScanArgs.Builder.limit(PAGE).match(pattern.bytes());
		RedisFuture<KeyScanCursor<byte[]>> coming = this.commands.scan(arguments);
		while (true) {
			KeyScanCursor<byte[]> cursor = await(coming);
			if (!cursor.isFinished()) {
				coming = this.commands.scan(cursor, arguments);
			}
			boolean goOn = page.test(cursor.getKeys());
			if (!goOn || cursor.isFinished()) {
				return goOn;
			}
		}
	}

	/**
	 * Sends any command; the answer's elements in order, nested ones too, as redis-cli
	 * prints them.
	 */
	List<String> send(List<KeyText> words) {
		CommandArgs<byte[], byte[]> arguments = new CommandArgs<>(ByteArrayCodec.INSTANCE);
		words.stream().skip(1).forEach((word) -> arguments.add(word.bytes()));
		return await(this.commands.dispatch(new Name(words.getFirst()), new Elements(), arguments));
	}

	/** The keys that a command names, as the server sees it. */
	List<KeyText> keysOf(List<KeyText> words) {
		CommandArgs<byte[], byte[]> arguments = new CommandArgs<>(ByteArrayCodec.INSTANCE);
		arguments.add("GETKEYS");
		words.forEach((word) -> arguments.add(word.bytes()));
		List<byte[]> keys = await(
				this.commands.dispatch(CommandType.COMMAND, new ValueListOutput<>(ByteArrayCodec.INSTANCE), arguments));
		return keys.stream().map(KeyText::of).distinct().toList();
	}

	/** A command's name as it is written. */
	private record Name(KeyText word) implements ProtocolKeyword {

		@Override
		public byte[] getBytes() {
			return this.word.bytes();
		}

		@Override
		public String toString() {
			return this.word.spelling();
		}

	}

	Map<String, String> config(String parameter) {
		return await(this.commands.configGet(parameter));
	}

	RedisFuture<Long> unlink(List<byte[]> keys) {
		return this.commands.unlink(keys.toArray(byte[][]::new));
	}

	@Override
	public void close() {
		this.connection.close();
		this.client.shutdown(Duration.ZERO, this.timeout);
	}

}
