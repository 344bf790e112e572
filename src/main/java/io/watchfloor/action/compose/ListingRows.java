package io.watchfloor.action.compose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** What is listed, as rows with the fields of {@code --format}. */
final class ListingRows {

	static final Map<String, String> TITLES = Map.ofEntries(Map.entry("ID", "ID"), Map.entry("Names", "NAMES"),
			Map.entry("Image", "IMAGE"), Map.entry("Command", "COMMAND"), Map.entry("RunningFor", "CREATED"),
			Map.entry("Status", "STATUS"), Map.entry("Ports", "PORTS"), Map.entry("State", "STATE"),
			Map.entry("Repository", "REPOSITORY"), Map.entry("Tag", "TAG"), Map.entry("CreatedSince", "CREATED"),
			Map.entry("Size", "SIZE"), Map.entry("Digest", "DIGEST"), Map.entry("Driver", "DRIVER"),
			Map.entry("Name", "NAME"), Map.entry("Scope", "SCOPE"), Map.entry("CPUPerc", "CPU %"),
			Map.entry("MemUsage", "MEM USAGE / LIMIT"), Map.entry("MemPerc", "MEM %"), Map.entry("NetIO", "NET I/O"),
			Map.entry("BlockIO", "BLOCK I/O"), Map.entry("PIDs", "PIDS"), Map.entry("Container", "CONTAINER"),
			Map.entry("CreatedAt", "CREATED AT"), Map.entry("Mountpoint", "MOUNTPOINT"), Map.entry("Labels", "LABELS"));

	private ListingRows() {
	}

	static Set<String> fields(Listing.Kind kind) {
		return switch (kind) {
			case CONTAINERS -> Set.of("ID", "Image", "Command", "CreatedAt", "RunningFor", "Status", "State", "Ports",
					"Names", "Labels");
			case IMAGES -> Set.of("ID", "Repository", "Tag", "Digest", "CreatedAt", "CreatedSince", "Size");
			case VOLUMES -> Set.of("Driver", "Name", "Mountpoint", "Scope", "Labels");
			case NETWORKS -> Set.of("ID", "Name", "Driver", "Scope", "Labels");
		};
	}

	/** The columns of the usual table. */
	static List<String> columns(Listing.Kind kind) {
		return switch (kind) {
			case CONTAINERS -> List.of("ID", "Image", "Command", "RunningFor", "Status", "Ports", "Names");
			case IMAGES -> List.of("Repository", "Tag", "ID", "CreatedSince", "Size");
			case VOLUMES -> List.of("Driver", "Name");
			case NETWORKS -> List.of("ID", "Name", "Driver", "Scope");
		};
	}

	static List<Map<String, String>> of(Listing.Kind kind, JsonNode answer, boolean whole, Instant now) {
		JsonNode items = (kind == Listing.Kind.VOLUMES) ? answer.path("Volumes") : answer;
		List<Map<String, String>> rows = new ArrayList<>();
		for (JsonNode item : items) {
			switch (kind) {
				case CONTAINERS -> rows.add(container(item, whole, now));
				case IMAGES -> rows.addAll(images(item, whole, now));
				case VOLUMES -> rows.add(named(item, whole));
				case NETWORKS -> rows.add(named(item, whole));
			}
		}
		return rows;
	}

	private static Map<String, String> container(JsonNode item, boolean whole, Instant now) {
		Map<String, String> row = new LinkedHashMap<>();
		row.put("ID", id(item.path("Id").asString(""), whole));
		row.put("Image", item.path("Image").asString(""));
		String command = item.path("Command").asString("");
		row.put("Command", '"' + ((whole || command.length() <= 20) ? command : command.substring(0, 19) + "…") + '"');
		Instant created = Instant.ofEpochSecond(item.path("Created").asLong(0));
		row.put("CreatedAt", created.toString());
		row.put("RunningFor", ago(created, now));
		row.put("Status", item.path("Status").asString(""));
		row.put("State", item.path("State").asString(""));
		row.put("Ports", ports(item.path("Ports")));
		row.put("Names", names(item));
		row.put("Labels", labels(item.path("Labels")));
		return row;
	}

	private static String names(JsonNode item) {
		return item.path("Names")
			.valueStream()
			.map((name) -> name.asString().replaceFirst("^/", ""))
			.collect(Collectors.joining(","));
	}

	private static String ports(JsonNode ports) {
		return ports.valueStream()
			.map((port) -> (port.has("PublicPort")
					? port.path("IP").asString("") + ":" + port.path("PublicPort").asInt(0) + "->" : "")
					+ port.path("PrivatePort").asInt(0) + "/" + port.path("Type").asString(""))
			.sorted()
			.collect(Collectors.joining(", "));
	}

	private static List<Map<String, String>> images(JsonNode item, boolean whole, Instant now) {
		List<String> tags = item.path("RepoTags").valueStream().map(JsonNode::asString).toList();
		String digest = item.path("RepoDigests").path(0).asString("<none>").replaceFirst(".*@", "");
		return (tags.isEmpty() ? List.of("<none>:<none>") : tags).stream().map((tag) -> {
			Map<String, String> row = new LinkedHashMap<>();
			int colon = tag.lastIndexOf(':');
			Instant created = Instant.ofEpochSecond(item.path("Created").asLong(0));
			row.put("Repository", tag.substring(0, colon));
			row.put("Tag", tag.substring(colon + 1));
			row.put("ID", id(item.path("Id").asString(""), whole));
			row.put("Digest", digest);
			row.put("CreatedAt", created.toString());
			row.put("CreatedSince", ago(created, now));
			row.put("Size", Amount.bytes(item.path("Size").asLong(0)));
			return row;
		}).toList();
	}

	private static Map<String, String> named(JsonNode item, boolean whole) {
		Map<String, String> row = new LinkedHashMap<>();
		row.put("ID", id(item.path("Id").asString(""), whole));
		row.put("Name", item.path("Name").asString(""));
		row.put("Driver", item.path("Driver").asString(""));
		row.put("Scope", item.path("Scope").asString(""));
		row.put("Mountpoint", item.path("Mountpoint").asString(""));
		row.put("Labels", labels(item.path("Labels")));
		return row;
	}

	private static String labels(JsonNode labels) {
		return labels.propertyStream()
			.map((label) -> label.getKey() + "=" + label.getValue().asString(""))
			.sorted()
			.collect(Collectors.joining(","));
	}

	static String id(String id, boolean whole) {
		String bare = whole ? id : id.replaceFirst("^sha256:", "");
		return (whole || bare.length() <= 12) ? bare : bare.substring(0, 12);
	}

	static String ago(Instant then, Instant now) {
		Duration age = Duration.between(then, now);
		if (age.toDays() > 1) {
			return age.toDays() + " days ago";
		}
		return (age.toHours() > 1) ? age.toHours() + " hours ago" : (age.toMinutes() > 1)
				? age.toMinutes() + " minutes ago" : Math.max(0, age.toSeconds()) + " seconds ago";
	}

}
