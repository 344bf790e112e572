package io.watchfloor.action.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.kernel.Problem;

/** Whether a dump can be restored here, and what that means. */
record RestoreRdbNotes(RestoreRdb action, RdbFile file, RedisSession session) {

	/** What makes it impossible whatever the dump holds. */
	void demandPossible() {
		ServerInfo replication = ServerInfo.parse(this.session.info("replication"));
		if (!"master".equals(replication.properties().get("role"))) {
			throw no("The target is a copy of another server; restore there.");
		}
		if (ServerInfo.parse(this.session.info("cluster")).number("cluster_enabled") == 1) {
			throw no("A cluster has one database only; a restore beside the live keys needs another server.");
		}
		String most = this.session.config("databases").getOrDefault("databases", "");
		if (most.matches("[0-9]{1,6}") && this.action.spare() >= Integer.parseInt(most)) {
			throw no("The server has " + most + " databases; choose one below that.");
		}
		Long keys = keys().get("db" + this.action.spare());
		if (keys != null && keys > 0) {
			throw no("db" + this.action.spare() + " holds " + Counts.keys(keys) + ". Choose an empty one.");
		}
	}

	private Map<String, Long> keys() {
		return ServerInfo.parse(this.session.info("keyspace")).keysByDatabase();
	}

	private static Problem no(String message) {
		return new Problem(Problem.Category.TARGET_SAID_NO, message);
	}

	void add(Dump dump, int live, Instant now, PlanDraft draft) {
		demandVersion(dump);
		room(dump, draft);
		long before = keys().getOrDefault("db" + live, 0L);
		draft.mark("live", Integer.toString(live))
			.mark("lasting", Long.toString(dump.keys() - dump.expiring()))
			.mark("server", SwapDatabasesHandler.server(this.session))
			.mark("live keys", "about 2^" + (Long.SIZE - Long.numberOfLeadingZeros(before)))
			.change("keys in db" + live, Counts.number(before), Counts.number(dump.keys()))
			.change("keys in db" + this.action.spare(), "0", Counts.number(before) + ", those of before")
			.effect("The dump was loaded whole: " + Counts.keys(dump.keys()) + ", " + Counts.number(dump.expiring())
					+ " of them expire, " + Counts.memory(this.file.size()) + " of " + this.file.modified())
			.effect("Every connection sees the dump's keys at once; no restart, no password and no setting changes.")
			.effect("What append-only file and copies of the server hold follows by itself.");
		Duration age = Duration.between(this.file.modified(), now);
		if (age.toHours() >= 1) {
			draft.warn("The dump is " + ((age.toDays() > 0) ? age.toDays() + " days" : age.toHours() + " hours")
					+ " old; what was written since is not in it.");
		}
		if (before > 0) {
			draft.danger("What is written until the exchange stays with the keys of before. Stop the writers first.");
		}
		if (dump.keys() < before / 2) {
			draft.danger("The dump holds less than half of the keys that are live now.");
		}
	}

	/** What a newer server packed an older one cannot read. */
	private void demandVersion(Dump dump) {
		String here = ServerInfo.parse(this.session.info("server")).properties().getOrDefault("redis_version", "");
		if (number(dump.version()) > number(here)) {
			throw no("The dump is read by Redis " + dump.version() + " of this machine, the server is " + here
					+ " and does not take what a newer one packs. Restore from a machine with that version.");
		}
	}

	private static int number(String version) {
		String[] parts = (version + ".0.0").split("\\.", -1);
		return (parts[0] + parts[1]).matches("[0-9]+") ? Integer.parseInt(parts[0]) * 100 + Integer.parseInt(parts[1])
				: 0;
	}

	private void room(Dump dump, PlanDraft draft) {
		ServerInfo memory = ServerInfo.parse(this.session.info("memory"));
		long limit = memory.number("maxmemory");
		long after = memory.number("used_memory") + dump.memory();
		if (limit > 0 && after > limit * 95 / 100) {
			throw no("Both together need about " + Counts.memory(after) + ", the server may use " + Counts.memory(limit)
					+ " and would evict keys. Raise maxmemory, or restore into another server.");
		}
		draft.effect("Memory: " + memory.memory() + ", about " + Counts.memory(after)
				+ " until the keys of before are emptied");
	}

	/**
	 * What a dump holds.
	 *
	 * @param database which of its databases is restored
	 * @param version of the server that reads it
	 */
	record Dump(int database, long keys, long expiring, long memory, String version) {

		static Dump of(RedisSession session, int live) {
			ServerInfo keyspace = ServerInfo.parse(session.info("keyspace"));
			Map<String, Long> keys = keyspace.keysByDatabase();
			String name = (keys.size() == 1) ? keys.keySet().iterator().next() : "db" + live;
			if (keys.getOrDefault(name, 0L) == 0) {
				throw no(keys.isEmpty() ? "The dump holds no keys."
						: "The dump holds " + keys.keySet() + " and nothing for db" + live + ", the target's.");
			}
			return new Dump(Integer.parseInt(name.substring(2)), keys.getOrDefault(name, 0L), keyspace.expiring(name),
					ServerInfo.parse(session.info("memory")).number("used_memory"),
					ServerInfo.parse(session.info("server")).properties().getOrDefault("redis_version", ""));
		}

	}

}
