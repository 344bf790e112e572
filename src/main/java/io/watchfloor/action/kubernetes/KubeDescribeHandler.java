package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Reading;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows objects in full; what cannot be looked up beside them is said, not left out. */
@Component
class KubeDescribeHandler extends KubeRead<KubeDescribe> {

	private static final int MOST = 100;

	KubeDescribeHandler(Clusters clusters, Clock clock) {
		super("kubernetes.describe", KubeDescribe.class, KubeDescribe::where, clusters, clock);
	}

	@Override
	Reading read(KubeDescribe action, Cluster cluster) {
		List<String> texts = new ArrayList<>();
		for (Selection selection : Selection.of(cluster, action.where(), action.resources(), action.allNamespaces(),
				action.selector(), null)) {
			List<JsonNode> objects = RolloutStatusHandler.objects(cluster, selection);
			objects.stream().limit(MOST).forEach((object) -> texts.add(one(action, cluster, selection, object)));
			if (objects.size() > MOST) {
				texts.add((objects.size() - MOST) + " more are not shown; choose by a label.");
			}
		}
		if (texts.isEmpty()) {
			return unknown("No resources found", action, cluster);
		}
		return text(texts.size() + ((texts.size() == 1) ? " object" : " objects"), String.join("\n\n\n", texts), action,
				cluster);
	}

	private String one(KubeDescribe action, Cluster cluster, Selection selection, JsonNode object) {
		JsonNode typed = Json.copy(object)
			.put("kind", selection.type().kind())
			.put("apiVersion", selection.type().apiVersion());
		JsonNode shown = selection.type().secret() ? typed : SecretValues.hidden(typed, selection.type());
		String text = Description.of(shown, selection.type(), events(action, cluster, selection.type(), object));
		return (selection.type().plural().equals("nodes") && selection.type().group().isEmpty())
				? text + "\n" + String.join("\n", NodeLoad.lines(object, cluster)) : text;
	}

	private List<String> events(KubeDescribe action, Cluster cluster, ResourceType type, JsonNode object) {
		if (!action.showEvents()) {
			return List.of();
		}
		String namespace = Pods.namespace(object);
		try {
			List<JsonNode> events = new ArrayList<>();
			for (String selector : selectors(type, object)) {
				Map<String, String> query = new LinkedHashMap<>(Map.of("fieldSelector", selector));
				query.put("limit", "500");
				events.addAll(Json.list(cluster.list("events", namespace, query).path("items")));
			}
			return events.isEmpty() ? List.of("<none>")
					: TextTable.of(KubeEventsHandler.table(events, false, now()), true).lines().toList();
		}
		catch (Problem problem) {
			return List.of("could not be read: " + problem.getMessage());
		}
	}

	/** As kubectl asks: a node's events name it by its uid or by its name. */
	private static List<String> selectors(ResourceType type, JsonNode object) {
		String name = "involvedObject.name=" + Pods.name(object) + ",involvedObject.namespace="
				+ Pods.namespace(object);
		String uid = ",involvedObject.uid=";
		String own = Json.text(object, "metadata", "uid");
		if (!type.group().isEmpty() || !List.of("pods", "nodes").contains(type.plural())) {
			return List.of(name + ",involvedObject.kind=" + type.kind() + uid + own);
		}
		return type.namespaced() ? List.of(name + uid + own) : List.of(name + ",involvedObject.kind=Node" + uid + own,
				name + ",involvedObject.kind=Node" + uid + Pods.name(object));
	}

	@Override
	public void needs(KubeDescribe action, Needs needs) {
		needs.looks(action.where(), action.allNamespaces(), action.resources());
		if (action.showEvents()) {
			needs.in(action.allNamespaces() ? "" : needs.namespace(action.where()), "", "events", "", "list");
		}
		if (action.resources().stream().anyMatch((each) -> Resources.typeOf(each).equals("nodes"))) {
			needs.anywhere("", "pods", "list").anywhere("", "events", "list");
		}
	}

}
