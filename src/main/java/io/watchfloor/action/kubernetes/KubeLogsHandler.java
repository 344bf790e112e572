package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.watchfloor.action.Reading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows logs up to now; what is asked to be followed can be read again. */
@Component
class KubeLogsHandler extends KubeRead<KubeLogs> {

	private static final int OF_EACH_POD = 10;

	KubeLogsHandler(Clusters clusters, Clock clock) {
		super("kubernetes.logs", KubeLogs.class, KubeLogs::where, clusters, clock);
	}

	@Override
	Reading read(KubeLogs action, Cluster cluster) {
		List<Part> parts = pods(action, cluster).stream().flatMap((pod) -> parts(action, pod).stream()).toList();
		if (parts.isEmpty()) {
			return unknown("No pod has the labels " + action.selector(), action, cluster);
		}
		List<String> lines = new ArrayList<>();
		for (Part part : parts) {
			cluster.api()
				.text(part.path(), query(action, part))
				.lines()
				.map((line) -> action.prefix() ? part.prefix() + line : line)
				.forEach(lines::add);
		}
		String from = parts.stream().map(Part::label).distinct().collect(Collectors.joining(", "));
		if (lines.isEmpty()) {
			return unknown("The log holds no line that was asked for, of " + from, action, cluster);
		}
		String summary = lines.size() + ((lines.size() == 1) ? " line of " : " lines of ") + from
				+ (action.follow() ? ", up to now" : "");
		return text(summary, String.join("\n", lines), action, cluster);
	}

	private static List<JsonNode> pods(KubeLogs action, Cluster cluster) {
		String namespace = cluster.namespace(action.where());
		if (action.resource() == null) {
			return Pods.selected(cluster, namespace, String.valueOf(action.selector()));
		}
		JsonNode object = cluster.object(action.resource(), action.where());
		if (Resources.typeOf(action.resource()).equals("pods")) {
			return List.of(object);
		}
		List<JsonNode> pods = Pods.selected(cluster, namespace, Pods.selector(object));
		return action.allPods() ? pods : List.of(Pods.chosen(pods, action.resource()));
	}

	private static List<Part> parts(KubeLogs action, JsonNode pod) {
		if (action.allContainers()) {
			return Pods.containers(pod, true).stream().map((container) -> new Part(pod, container)).toList();
		}
		if (action.container() != null) {
			return List.of(new Part(pod, action.container()));
		}
		String annotated = Json
			.text(pod.path("metadata").path("annotations").path("kubectl.kubernetes.io/default-container"));
		List<String> all = Pods.containers(pod, false);
		return List.of(new Part(pod, annotated.isEmpty() ? all.isEmpty() ? "" : all.getFirst() : annotated));
	}

	private static Map<String, String> query(KubeLogs action, Part part) {
		Map<String, String> query = new LinkedHashMap<>();
		if (!part.container().isEmpty()) {
			query.put("container", part.container());
		}
		Integer tail = (action.tail() != null) ? action.tail()
				: (action.selector() != null) ? Integer.valueOf(OF_EACH_POD) : null;
		put(query, "tailLines", (tail != null && tail >= 0) ? tail : null);
		put(query, "sinceSeconds", action.since());
		put(query, "sinceTime", action.sinceTime());
		put(query, "limitBytes", action.limitBytes());
		put(query, "previous", action.previous() ? "true" : null);
		put(query, "timestamps", action.timestamps() ? "true" : null);
		return query;
	}

	private static void put(Map<String, String> query, String name, @org.jspecify.annotations.Nullable Object value) {
		if (value != null) {
			query.put(name, Objects.toString(value));
		}
	}

	@Override
	public void needs(KubeLogs action, Needs needs) {
		String resource = java.util.Objects.requireNonNullElse(action.resource(), "pods");
		List<String> pods = Resources.typeOf(resource).equals("pods") ? List.of(resource) : List.of("pods");
		needs.looks(action.where(), false, List.of(resource))
			.looks(action.where(), false, pods)
			.part(action.where(), pods, "log", "get");
	}

	/** One container's log. */
	private record Part(JsonNode pod, String container) {

		String path() {
			return ResourceTypes.of("pods").path(Pods.namespace(this.pod), Pods.name(this.pod)) + "/log";
		}

		String prefix() {
			return "[pod/" + Pods.name(this.pod) + "/" + this.container + "] ";
		}

		String label() {
			return Pods.name(this.pod) + (this.container.isEmpty() ? "" : "/" + this.container);
		}

	}

}
