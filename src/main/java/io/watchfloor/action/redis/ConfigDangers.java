package io.watchfloor.action.redis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Plan;

/** What a new memory limit or eviction policy does to keys that are there. */
final class ConfigDangers {

	private ConfigDangers() {
	}

	static List<Plan.Warning> of(ConfigSet action, ServerInfo memory, ServerInfo keyspace) {
		List<Plan.Warning> warnings = new ArrayList<>();
		if (action.parameter().equals("maxmemory") && MemorySize.bytes(action.value()) instanceof BigInteger limit
				&& limit.signum() > 0 && limit.longValue() < memory.number("used_memory")) {
			warnings.add(new Plan.Warning(true,
					"More is in use than the new limit allows (" + memory.memory()
							+ "): keys are evicted at once, or writes refused, by the policy "
							+ memory.properties().getOrDefault("maxmemory_policy", "?") + "."));
		}
		if (action.parameter().equals("maxmemory-policy") && action.value().startsWith("allkeys")) {
			long persistent = keyspace.keysByDatabase()
				.entrySet()
				.stream()
				.mapToLong((entry) -> entry.getValue() - keyspace.expiring(entry.getKey()))
				.sum();
			if (persistent > 0) {
				warnings.add(new Plan.Warning(true, Counts.keys(persistent)
						+ " never expire and may be no cache; under " + action.value() + " they can be evicted too."));
			}
		}
		return warnings;
	}

}
