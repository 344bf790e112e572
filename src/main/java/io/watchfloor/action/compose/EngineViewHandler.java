package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.kernel.Counted;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class EngineViewHandler extends SessionRead<EngineView, Engine> {

	private static final int MOST_CONTAINERS = 50;

	EngineViewHandler(Engines engines, Clock clock) {
		super(engines, clock);
	}

	@Override
	public ActionType<EngineView> type() {
		return new ActionType<>("docker.view", EngineView.class, "docker");
	}

	@Override
	protected Reading read(EngineView action, Engine engine, Instant at) {
		String source = action.commandLine() + " at " + engine.address();
		return switch (action.view()) {
			case STATS -> stats(action, engine, source, at);
			case TOP -> top(engine.get("/containers/" + name(action) + "/top"), source, at);
			case PORT -> ports(engine.get("/containers/" + name(action) + "/json"), source, at);
			case DIFF -> diff(engine.get("/containers/" + name(action) + "/changes"), source, at);
			case HISTORY -> history(engine.get("/images/" + name(action) + "/history"), source, at);
			case VERSION -> document(action, engine.get("/version"), "Version", source, at);
			case INFO -> document(action, engine.get("/info"), "ServerVersion", source, at);
			case DISK_USE -> diskUse(engine.get("/system/df"), source, at);
		};
	}

	private static String name(EngineView action) {
		return Engine.part(action.names().getFirst());
	}

	private static Reading stats(EngineView action, Engine engine, String source, Instant at) {
		List<String> names = action.names();
		if (names.isEmpty()) {
			names = engine.get("/containers/json" + (action.options().contains("--all") ? "?all=1" : ""))
				.valueStream()
				.map((container) -> container.path("Id").asString(""))
				.toList();
		}
		if (names.size() > MOST_CONTAINERS) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"There are " + names.size() + " containers; name at most " + MOST_CONTAINERS + " of them.");
		}
		List<Map<String, String>> rows = names.parallelStream()
			.map((name) -> StatsRows.of(engine.get("/containers/" + Engine.part(name) + "/stats?stream=false")))
			.toList();
		Reading.Table table = TextTable.table(StatsRows.COLUMNS, rows);
		String text = action.format().isEmpty() ? TextTable.text(table)
				: TextTable.text(GoFormat.of(action.format()).demandFields(StatsRows.FIELDS), rows);
		return new Reading(true, Counted.of(rows.size(), "container"), null, null, table, text, source, at);
	}

	private static Reading top(JsonNode answer, String source, Instant at) {
		List<String> titles = answer.path("Titles").valueStream().map(JsonNode::asString).toList();
		List<List<String>> rows = answer.path("Processes")
			.valueStream()
			.map((row) -> row.valueStream().map(JsonNode::asString).toList())
			.toList();
		return table(new Reading.Table(titles, rows), "processes", source, at);
	}

	private static Reading ports(JsonNode answer, String source, Instant at) {
		List<List<String>> rows = new ArrayList<>();
		answer.path("NetworkSettings")
			.path("Ports")
			.properties()
			.forEach((port) -> port.getValue()
				.forEach((host) -> rows.add(List.of(port.getKey(),
						host.path("HostIp").asString("") + ":" + host.path("HostPort").asString("")))));
		String text = rows.stream().map((row) -> row.get(0) + " -> " + row.get(1) + "\n").reduce("", String::concat);
		return new Reading(true, rows.size() + " ports published", (double) rows.size(), "ports",
				new Reading.Table(List.of("in the container", "on the host"), rows), text, source, at);
	}

	private static Reading diff(JsonNode answer, String source, Instant at) {
		List<List<String>> rows = answer.valueStream().map((change) -> List.of(switch (change.path("Kind").asInt(0)) {
			case 1 -> "A";
			case 2 -> "D";
			default -> "C";
		}, change.path("Path").asString(""))).toList();
		return table(new Reading.Table(List.of("change", "path"), rows), "changes", source, at);
	}

	private static Reading history(JsonNode answer, String source, Instant at) {
		List<List<String>> rows = answer.valueStream()
			.map((layer) -> List.of(ListingRows.id(layer.path("Id").asString(""), false),
					ListingRows.ago(Instant.ofEpochSecond(layer.path("Created").asLong(0)), at),
					layer.path("CreatedBy").asString(""), Amount.bytes(layer.path("Size").asLong(0))))
			.toList();
		return table(new Reading.Table(List.of("IMAGE", "CREATED", "CREATED BY", "SIZE"), rows), "layers", source, at);
	}

	private static Reading diskUse(JsonNode answer, String source, Instant at) {
		List<List<String>> rows = new ArrayList<>();
		rows.add(use("Images", answer.path("Images"), "Size", "Containers"));
		rows.add(use("Containers", answer.path("Containers"), "SizeRw", "State"));
		List<JsonNode> volumes = answer.path("Volumes")
			.valueStream()
			.map((volume) -> volume.path("UsageData"))
			.toList();
		rows.add(List.of("Local Volumes", Integer.toString(volumes.size()),
				Long.toString(volumes.stream().filter((use) -> use.path("RefCount").asInt(0) > 0).count()),
				Amount.bytes(volumes.stream().mapToLong((use) -> use.path("Size").asLong(0)).sum())));
		rows.add(use("Build Cache", answer.path("BuildCache"), "Size", "InUse"));
		return table(new Reading.Table(List.of("TYPE", "TOTAL", "ACTIVE", "SIZE"), rows), "kinds", source, at);
	}

	private static List<String> use(String type, JsonNode items, String size, String active) {
		long inUse = items.valueStream()
			.map((item) -> item.path(active))
			.filter((value) -> value.asInt(0) > 0 || value.asBoolean(false) || value.asString("").equals("running"))
			.count();
		return List.of(type, Integer.toString(items.size()), Long.toString(inUse),
				Amount.bytes(items.valueStream().mapToLong((item) -> item.path(size).asLong(0)).sum()));
	}

	private static Reading document(EngineView action, JsonNode answer, String headline, String source, Instant at) {
		String text = action.format().isEmpty()
				? Engine.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(answer)
				: GoFormat.of(action.format()).document(wrapped(action, answer));
		return new Reading(true, "engine " + answer.path(headline).asString("?"), null, null, null, text + "\n", source,
				at);
	}

	/** {@code docker version} speaks of the engine as .Server. */
	private static JsonNode wrapped(EngineView action, JsonNode answer) {
		return (action.view() == EngineView.View.VERSION) ? Engine.JSON.createObjectNode().set("Server", answer)
				: answer;
	}

	private static Reading table(Reading.Table table, String noun, String source, Instant at) {
		return new Reading(true, Counted.of(table.rows().size(), noun.replaceFirst("s$", ""), noun),
				(double) table.rows().size(), noun, table, TextTable.text(table), source, at);
	}

}
