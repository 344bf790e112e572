package io.watchfloor.action.redis;

import java.util.ArrayList;
import java.util.List;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RestoreArgs;
import io.watchfloor.action.RunContext;

/** Copies keys as the server itself packs them, with what is left of their time. */
final class KeyCopy {

	private static final int BATCH = 200;

	private static final KeyText ALL = KeyText.literal("*");

	private final RedisSession from;

	private final KeyDigest seen = new KeyDigest();

	private long expired;

	KeyCopy(RedisSession from) {
		this.from = from;
	}

	/**
	 * Copies every key.
	 * @return how many
	 */
	long into(RedisSession to, long total, RunContext context) {
		this.from.scan(ALL, (page) -> {
			List<byte[]> fresh = page.stream().filter(this.seen::add).toList();
			for (int at = 0; at < fresh.size() && !context.cancelled(); at += BATCH) {
				batch(fresh.subList(at, Math.min(fresh.size(), at + BATCH)), to);
				context.progress(this.seen.count() - this.expired, total, "keys");
			}
			return !context.cancelled();
		});
		return this.seen.count() - this.expired;
	}

	private void batch(List<byte[]> keys, RedisSession to) {
		List<RedisFuture<byte[]>> packed = new ArrayList<>();
		List<RedisFuture<Long>> left = new ArrayList<>();
		keys.forEach((key) -> {
			packed.add(this.from.commands().dump(key));
			left.add(this.from.commands().pttl(key));
		});
		List<RedisFuture<String>> answers = new ArrayList<>();
		for (int at = 0; at < keys.size(); at++) {
			byte[] value = this.from.await(packed.get(at));
			long milliseconds = this.from.await(left.get(at));
			if (value == null || milliseconds == -2) {
				this.expired++;
			}
			else {
				answers.add(
						to.commands().restore(keys.get(at), value, RestoreArgs.Builder.ttl(Math.max(0, milliseconds))));
			}
		}
		answers.forEach(to::await);
	}

	/** How many keys that never expire are not there; each is looked up by its name. */
	long missing(RedisSession there) {
		long[] missing = { 0 };
		this.from.scan(ALL, (page) -> {
			for (int at = 0; at < page.size(); at += BATCH) {
				missing[0] += absent(page.subList(at, Math.min(page.size(), at + BATCH)), there);
			}
			return true;
		});
		return missing[0];
	}

	private long absent(List<byte[]> keys, RedisSession there) {
		List<RedisFuture<Long>> left = keys.stream().map((key) -> this.from.commands().pttl(key)).toList();
		List<RedisFuture<Long>> found = keys.stream().map((key) -> there.commands().exists(key)).toList();
		long absent = 0;
		for (int at = 0; at < keys.size(); at++) {
			absent += (this.from.await(left.get(at)) == -1 && there.await(found.get(at)) == 0) ? 1 : 0;
		}
		return absent;
	}

}
