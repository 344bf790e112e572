package io.watchfloor.action.redis;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a flush depends on.
 *
 * @param server the run id of this start of the server
 * @param flushes how often the command was carried out since
 * @param keys by database, those that the flush reaches
 * @param expiring how many of them have an expiry
 */
record FlushState(String server, long flushes, Map<String, Long> keys, long expiring) {

	static FlushState of(Flush action, RedisSession session) {
		ServerInfo keyspace = ServerInfo.parse(session.info("keyspace"));
		boolean all = action.scope() == Flush.Scope.ALL;
		SortedMap<String, Long> keys = new TreeMap<>(keyspace.keysByDatabase());
		keys.keySet().removeIf((database) -> !all && !database.equals("db" + session.database()));
		long expiring = keys.keySet().stream().mapToLong(keyspace::expiring).sum();
		return new FlushState(ServerInfo.parse(session.info("server")).properties().getOrDefault("run_id", ""),
				ServerInfo.parse(session.info("commandstats")).calls(all ? "flushall" : "flushdb"), keys, expiring);
	}

	long total() {
		return this.keys.values().stream().mapToLong(Long::longValue).sum();
	}

	/** Whether the same server carried out a flush after a plan. */
	boolean flushedSince(Map<String, String> markers) {
		return this.server.equals(markers.get("server"))
				&& this.flushes > Long.parseLong(markers.getOrDefault("flushes", "" + Long.MAX_VALUE));
	}

	/**
	 * The number of keys moves all the time on a living cache and a flush removes them
	 * whatever their number, so only its magnitude is a marker.
	 */
	SortedMap<String, String> markers() {
		SortedMap<String, String> markers = new TreeMap<>(
				Map.of("server", this.server, "flushes", Long.toString(this.flushes)));
		this.keys.forEach((database, count) -> markers.put("keys " + database, magnitude(count)));
		return markers;
	}

	private static String magnitude(long count) {
		return "about 2^" + (Long.SIZE - Long.numberOfLeadingZeros(count));
	}

}
