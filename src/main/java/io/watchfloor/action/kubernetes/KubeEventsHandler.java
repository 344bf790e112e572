package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.action.Reading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lists events by when they were last seen. */
@Component
class KubeEventsHandler extends KubeRead<KubeEvents> {

	KubeEventsHandler(Clusters clusters, Clock clock) {
		super("kubernetes.events", KubeEvents.class, KubeEvents::where, clusters, clock);
	}

	@Override
	Reading read(KubeEvents action, Cluster cluster) {
		Map<String, String> query = new LinkedHashMap<>();
		if (action.about() != null) {
			ResourceType type = cluster.type(Resources.typeOf(action.about()));
			query.put("fieldSelector",
					"involvedObject.kind=" + type.kind() + ",involvedObject.name=" + Resources.nameOf(action.about()));
		}
		query.put("limit", "5000");
		String namespace = action.allNamespaces() ? "" : cluster.namespace(action.where());
		List<JsonNode> events = new ArrayList<>(Json.list(cluster.list("events", namespace, query).path("items")));
		events.removeIf((event) -> action.warningsOnly() && !Json.text(event, "type").equals("Warning"));
		if (events.isEmpty()) {
			return text("No events", "No events found.", action, cluster);
		}
		Reading.Table table = table(events, action.allNamespaces(), now());
		return table(events.size() + ((events.size() == 1) ? " event" : " events"), table, !action.noHeaders(), action,
				cluster);
	}

	/** The columns of kubectl events, the latest last. */
	static Reading.Table table(List<JsonNode> events, boolean namespaces, Instant now) {
		List<String> titles = new ArrayList<>(List.of("LAST SEEN", "TYPE", "REASON", "OBJECT", "MESSAGE"));
		if (namespaces) {
			titles.addFirst("NAMESPACE");
		}
		List<JsonNode> sorted = events.stream().sorted(Comparator.comparing(KubeEventsHandler::lastSeen)).toList();
		return new Reading.Table(titles, sorted.stream().map((event) -> {
			List<String> cells = new ArrayList<>(List.of(Rows.age(lastSeen(event), now), Json.text(event, "type"),
					Json.text(event, "reason"), about(event), Json.text(event, "message").strip().replace('\n', ' ')));
			if (namespaces) {
				cells.addFirst(Pods.namespace(event));
			}
			return cells;
		}).toList());
	}

	private static String about(JsonNode event) {
		return Json.text(event, "involvedObject", "kind") + "/" + Json.text(event, "involvedObject", "name");
	}

	private static String lastSeen(JsonNode event) {
		return List
			.of(Json.text(event, "series", "lastObservedTime"), Json.text(event, "lastTimestamp"),
					Json.text(event, "eventTime"), Json.text(event, "metadata", "creationTimestamp"))
			.stream()
			.filter((time) -> !Objects.equals(time, ""))
			.findFirst()
			.orElse("");
	}

	@Override
	public void needs(KubeEvents action, Needs needs) {
		needs.in(action.allNamespaces() ? "" : needs.namespace(action.where()), "", "events", "", "list");
	}

}
