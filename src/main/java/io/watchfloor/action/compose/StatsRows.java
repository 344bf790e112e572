package io.watchfloor.action.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** What one look at a container's use says, computed as Docker's own tool does. */
final class StatsRows {

	static final List<String> COLUMNS = List.of("ID", "Name", "CPUPerc", "MemUsage", "MemPerc", "NetIO", "BlockIO",
			"PIDs");

	static final Set<String> FIELDS = Set.of("Container", "ID", "Name", "CPUPerc", "MemUsage", "MemPerc", "NetIO",
			"BlockIO", "PIDs");

	private StatsRows() {
	}

	static Map<String, String> of(JsonNode stats) {
		Map<String, String> row = new LinkedHashMap<>();
		String name = stats.path("name").asString("").replaceFirst("^/", "");
		double used = stats.path("memory_stats").path("usage").asDouble(0) - cache(stats);
		double limit = stats.path("memory_stats").path("limit").asDouble(0);
		row.put("Container", name);
		row.put("ID", ListingRows.id(stats.path("id").asString(""), false));
		row.put("Name", name);
		row.put("CPUPerc", percent(cpu(stats)));
		row.put("MemUsage", binary(used) + " / " + binary(limit));
		row.put("MemPerc", percent((limit > 0) ? 100 * used / limit : 0));
		row.put("NetIO", Amount.bytes(network(stats, "rx_bytes")) + " / " + Amount.bytes(network(stats, "tx_bytes")));
		row.put("BlockIO", Amount.bytes(blocks(stats, "read")) + " / " + Amount.bytes(blocks(stats, "write")));
		row.put("PIDs", Integer.toString(stats.path("pids_stats").path("current").asInt(0)));
		return row;
	}

	private static double cache(JsonNode stats) {
		JsonNode memory = stats.path("memory_stats").path("stats");
		return memory.path("inactive_file").asDouble(memory.path("total_inactive_file").asDouble(0));
	}

	private static double cpu(JsonNode stats) {
		JsonNode now = stats.path("cpu_stats");
		JsonNode before = stats.path("precpu_stats");
		double used = now.path("cpu_usage").path("total_usage").asDouble(0)
				- before.path("cpu_usage").path("total_usage").asDouble(0);
		double all = now.path("system_cpu_usage").asDouble(0) - before.path("system_cpu_usage").asDouble(0);
		return (all > 0 && used > 0) ? 100 * used / all * Math.max(1, now.path("online_cpus").asInt(1)) : 0;
	}

	private static double network(JsonNode stats, String field) {
		return stats.path("networks").valueStream().mapToDouble((network) -> network.path(field).asDouble(0)).sum();
	}

	private static double blocks(JsonNode stats, String operation) {
		return stats.path("blkio_stats")
			.path("io_service_bytes_recursive")
			.valueStream()
			.filter((entry) -> entry.path("op").asString("").equalsIgnoreCase(operation))
			.mapToDouble((entry) -> entry.path("value").asDouble(0))
			.sum();
	}

	private static String percent(double value) {
		return String.format(Locale.ROOT, "%.2f%%", value);
	}

	private static String binary(double bytes) {
		double mebibytes = bytes / (1 << 20);
		return (mebibytes >= 1024) ? String.format(Locale.ROOT, "%.2fGiB", mebibytes / 1024)
				: String.format(Locale.ROOT, "%.2fMiB", mebibytes);
	}

}
