package io.watchfloor.action.redis;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;

/** Walks the keyspace for a bounded time and keeps the biggest. */
@Component
class BigKeysHandler extends SessionRead<BigKeys, RedisSession> {

	private static final Duration MOST = Duration.ofSeconds(10);

	private static final int KEPT = 20;

	BigKeysHandler(RedisServers servers, Clock clock) {
		super(servers, clock);
	}

	@Override
	public ActionType<BigKeys> type() {
		return new ActionType<>("redis.big-keys", BigKeys.class, RedisTargets.KIND);
	}

	/** A key with its size. */
	private record Sized(KeyText key, String type, long size) {
	}

	@Override
	protected Reading read(BigKeys action, RedisSession session, Instant at) {
		long end = System.nanoTime() + MOST.toNanos();
		List<Sized> biggest = new ArrayList<>();
		long[] looked = new long[1];
		boolean whole = session.scan(KeyText.literal("*"), (keys) -> {
			for (int from = 0; from < keys.size() && System.nanoTime() < end; from += 500) {
				List<byte[]> some = keys.subList(from, Math.min(keys.size(), from + 500));
				biggest.addAll(sizes(action, session, some));
				looked[0] += some.size();
			}
			biggest.sort(Comparator.comparingLong(Sized::size).reversed());
			while (biggest.size() > KEPT) {
				biggest.removeLast();
			}
			return System.nanoTime() < end;
		});
		return reading(action, session, whole ? looked[0] : -looked[0], biggest, at);
	}

	/** The types in one round trip, the sizes in another. */
	private static List<Sized> sizes(BigKeys action, RedisSession session, List<byte[]> keys) {
		RedisAsyncCommands<byte[], byte[]> commands = session.commands();
		List<RedisFuture<String>> types = keys.stream().map(commands::type).toList();
		List<String> known = types.stream().map(session::await).toList();
		List<RedisFuture<Long>> sizes = new ArrayList<>();
		for (int number = 0; number < keys.size(); number++) {
			byte[] key = keys.get(number);
			sizes.add((action.by() == BigKeys.By.MEMORY) ? commands.memoryUsage(key) : switch (known.get(number)) {
				case "string" -> commands.strlen(key);
				case "list" -> commands.llen(key);
				case "set" -> commands.scard(key);
				case "hash" -> commands.hlen(key);
				case "zset" -> commands.zcard(key);
				case "stream" -> commands.xlen(key);
				default -> commands.exists(key);
			});
		}
		List<Sized> sized = new ArrayList<>();
		for (int number = 0; number < keys.size(); number++) {
			Long size = session.await(sizes.get(number));
			sized.add(new Sized(KeyText.of(keys.get(number)), known.get(number), (size != null) ? size : 0));
		}
		return sized;
	}

	private static Reading reading(BigKeys action, RedisSession session, long looked, List<Sized> biggest, Instant at) {
		String unit = (action.by() == BigKeys.By.MEMORY) ? "bytes" : "elements or bytes";
		List<List<String>> rows = biggest.stream()
			.map((one) -> List.of(one.key().spelling(), one.type(), Counts.number(one.size())))
			.toList();
		String text = rows.stream().map((row) -> String.join(" ", row)).reduce((a, b) -> a + "\n" + b).orElse("");
		String source = session
			.source("SCAN, TYPE and " + ((action.by() == BigKeys.By.MEMORY) ? "MEMORY USAGE" : "length"));
		if (looked <= 0 && !biggest.isEmpty()) {
			return new Reading(false, "Only " + Counts.keys(-looked) + " were looked at in " + MOST.toSeconds() + " s",
					null, null, new Reading.Table(List.of("key", "type", unit), rows), text, source, at);
		}
		String summary = biggest.isEmpty() ? "no keys"
				: "the biggest of " + Counts.keys(looked) + ": " + biggest.getFirst().key();
		return new Reading(true, summary, biggest.isEmpty() ? null : (double) biggest.getFirst().size(), unit,
				new Reading.Table(List.of("key", "type", unit), rows), text, source, at);
	}

}
