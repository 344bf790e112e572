package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Reading;
import io.watchfloor.action.SessionRead;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists; the value is how many there are. */
@Component
class ListingHandler extends SessionRead<Listing, Engine> {

	ListingHandler(Engines engines, Clock clock) {
		super(engines, clock);
	}

	@Override
	public ActionType<Listing> type() {
		return new ActionType<>("docker.list", Listing.class, "docker");
	}

	@Override
	protected Reading read(Listing action, Engine engine, Instant at) {
		String path = path(action);
		JsonNode answer = engine.get(path);
		List<Map<String, String>> rows = ListingRows.of(action.kind(), answer, action.options().contains("--no-trunc"),
				at);
		Reading.Table table = TextTable.table(ListingRows.columns(action.kind()), rows);
		return new Reading(true, rows.size() + " " + noun(action.kind(), rows.size()), (double) rows.size(),
				noun(action.kind(), 2), table, text(action, rows, table), "GET " + path + " at " + engine.address(),
				at);
	}

	private static String text(Listing action, List<Map<String, String>> rows, Reading.Table table) {
		if (action.options().contains("--quiet")) {
			String field = (action.kind() == Listing.Kind.VOLUMES) ? "Name" : "ID";
			return rows.stream().map((row) -> row.get(field) + "\n").distinct().reduce("", String::concat);
		}
		return action.format().isEmpty() ? TextTable.text(table) : TextTable.text(GoFormat.of(action.format()), rows);
	}

	private static String path(Listing action) {
		Map<String, String> query = new LinkedHashMap<>();
		if (action.options().contains("--all")) {
			query.put("all", "1");
		}
		ObjectNode filters = Engine.JSON.createObjectNode();
		action.filters().forEach((filter) -> {
			int equals = filter.indexOf('=');
			filters.withArray("/" + filter.substring(0, equals)).add(filter.substring(equals + 1));
		});
		if (!action.reference().isEmpty()) {
			filters.withArray("/reference").add(action.reference());
		}
		if (!filters.isEmpty()) {
			query.put("filters", filters.toString());
		}
		return switch (action.kind()) {
			case CONTAINERS -> "/containers/json";
			case IMAGES -> "/images/json";
			case VOLUMES -> "/volumes";
			case NETWORKS -> "/networks";
		} + Engine.query(query);
	}

	private static String noun(Listing.Kind kind, int count) {
		String noun = switch (kind) {
			case CONTAINERS -> "container";
			case IMAGES -> "image";
			case VOLUMES -> "volume";
			case NETWORKS -> "network";
		};
		return (count == 1) ? noun : noun + "s";
	}

}
