package io.watchfloor.action.kubernetes;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.watchfloor.action.Reading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks the metrics server, and the nodes for what they have. */
@Component
class KubeTopHandler extends KubeRead<KubeTop> {

	private static final String METRICS = "/apis/metrics.k8s.io/v1beta1";

	KubeTopHandler(Clusters clusters, Clock clock) {
		super("kubernetes.top", KubeTop.class, KubeTop::where, clusters, clock);
	}

	@Override
	Reading read(KubeTop action, Cluster cluster) {
		List<Use> uses = (action.kind() == KubeTop.Kind.PODS) ? pods(action, cluster) : nodes(action, cluster);
		if (uses.isEmpty()) {
			return unknown("The metrics server has no figures for this", action, cluster);
		}
		List<Use> sorted = new ArrayList<>(uses);
		String by = action.sortBy();
		if (by != null) {
			sorted.sort(Comparator.comparing((Use use) -> use.figure(by)).reversed());
		}
		else {
			sorted.sort(Comparator.comparing(Use::namespace).thenComparing(Use::name));
		}
		return table(sorted.size() + " " + action.kind().plural(),
				new Reading.Table(titles(action), sorted.stream().map((use) -> use.cells(action)).toList()),
				!action.noHeaders(), action, cluster);
	}

	private static List<String> titles(KubeTop action) {
		if (action.kind() == KubeTop.Kind.NODES) {
			return List.of("NAME", "CPU(cores)", "CPU(%)", "MEMORY(bytes)", "MEMORY(%)");
		}
		List<String> titles = new ArrayList<>();
		if (action.allNamespaces()) {
			titles.add("NAMESPACE");
		}
		titles.addAll(action.containers() ? List.of("POD", "NAME") : List.of("NAME"));
		titles.addAll(List.of("CPU(cores)", "MEMORY(bytes)"));
		return titles;
	}

	private static List<JsonNode> metrics(KubeTop action, Cluster cluster, String collection) {
		if (action.name() != null) {
			return List.of(cluster.api().get(METRICS + collection + "/" + action.name()));
		}
		Map<String, String> query = new LinkedHashMap<>();
		if (action.selector() != null) {
			query.put("labelSelector", action.selector());
		}
		if (action.fieldSelector() != null) {
			query.put("fieldSelector", action.fieldSelector());
		}
		return Json.list(cluster.api().get(METRICS + collection, query).path("items"));
	}

	private static List<Use> pods(KubeTop action, Cluster cluster) {
		String collection = action.allNamespaces() ? "/pods"
				: "/namespaces/" + cluster.namespace(action.where()) + "/pods";
		return metrics(action, cluster, collection).stream().flatMap((pod) -> {
			List<JsonNode> containers = Json.list(pod.path("containers"));
			return action.containers() ? containers.stream().map((each) -> Use.of(pod, List.of(each)))
					: java.util.stream.Stream.of(Use.of(pod, containers));
		}).toList();
	}

	private static List<Use> nodes(KubeTop action, Cluster cluster) {
		List<JsonNode> metrics = metrics(action, cluster, "/nodes");
		Map<String, JsonNode> allocatable = Json.list(cluster.api().get("/api/v1/nodes").path("items"))
			.stream()
			.collect(Collectors.toMap(Pods::name, (node) -> node.path("status").path("allocatable")));
		return metrics.stream()
			.map((node) -> new Use("", Pods.name(node), "", sum(List.of(node), "cpu"), sum(List.of(node), "memory"),
					allocatable.getOrDefault(Pods.name(node), Json.object())))
			.toList();
	}

	private static BigDecimal sum(List<JsonNode> users, String what) {
		return users.stream()
			.map((user) -> Quantity.parse(Json.text(user, "usage", what)).orElse(BigDecimal.ZERO))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	@Override
	public void needs(KubeTop action, Needs needs) {
		boolean pods = action.kind() == KubeTop.Kind.PODS;
		String verb = (action.name() != null) ? "get" : "list";
		String where = (!pods || action.allNamespaces()) ? "" : needs.namespace(action.where());
		needs.in(where, "metrics.k8s.io", pods ? "pods" : "nodes",
				java.util.Objects.requireNonNullElse(action.name(), ""), verb);
		if (!pods) {
			needs.anywhere("", "nodes", "list");
		}
	}

	/** What one pod, container or node uses. */
	private record Use(String namespace, String name, String container, BigDecimal cpu, BigDecimal memory,
			JsonNode allocatable) {

		static Use of(JsonNode pod, List<JsonNode> containers) {
			return new Use(Pods.namespace(pod), Pods.name(pod),
					(containers.size() == 1) ? Json.text(containers.getFirst(), "name") : "", sum(containers, "cpu"),
					sum(containers, "memory"), Json.object());
		}

		BigDecimal figure(String what) {
			return what.equals("cpu") ? this.cpu : this.memory;
		}

		List<String> cells(KubeTop action) {
			String milli = Quantity.milli(this.cpu.toPlainString());
			String mebi = Quantity.mebi(this.memory.toPlainString());
			List<String> cells = new ArrayList<>();
			if (action.kind() == KubeTop.Kind.NODES) {
				return List.of(this.name, milli, share(this.cpu, "cpu"), mebi, share(this.memory, "memory"));
			}
			if (action.allNamespaces()) {
				cells.add(this.namespace);
			}
			cells.addAll(action.containers() ? List.of(this.name, this.container) : List.of(this.name));
			cells.addAll(List.of(milli, mebi));
			return cells;
		}

		private String share(BigDecimal part, String what) {
			return Quantity.share(part.toPlainString(), Json.text(this.allocatable, what));
		}

	}

}
