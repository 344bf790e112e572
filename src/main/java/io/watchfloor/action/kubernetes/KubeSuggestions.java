package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.InputSuggestions;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Namespaces, workloads, pods, containers and revisions that there are now. */
@Component
class KubeSuggestions implements InputSuggestions {

	private static final Set<String> KNOWN = Set.of("where", "namespace", "context", "resource", "resources",
			"container", "containers", "name", "nodes", "cronJob", "selector", "toRevision", "revision", "images",
			"edited", "manifest");

	private final Clusters clusters;

	KubeSuggestions(Clusters clusters) {
		this.clusters = clusters;
	}

	@Override
	public boolean knows(ActionType<?> type, String parameter) {
		return type.targetKind().equals("kubernetes") && KNOWN.contains(last(parameter));
	}

	/** {@code where.namespace} and {@code namespace} are the same. */
	private static String last(String parameter) {
		return parameter.substring(parameter.lastIndexOf('.') + 1);
	}

	@Override
	public List<String> suggest(Action action, String parameter, Target target) {
		Cluster cluster = this.clusters.reading(target);
		JsonNode fields = Json.of(action);
		String namespace = Json.text(fields, "where", "namespace");
		String home = namespace.isEmpty() ? cluster.home() : namespace;
		String resource = fields.has("resource") ? Json.text(fields, "resource")
				: Json.text(fields.path("resources").path(0));
		return switch (last(parameter)) {
			case "where", "namespace" -> names(cluster, "namespaces", "");
			case "context" -> List.of(cluster.context());
			case "nodes" -> names(cluster, "nodes", "");
			case "cronJob" -> names(cluster, "cronjobs", home);
			case "container", "containers", "images" -> containers(cluster, home, resource);
			case "selector" -> selectors(cluster, home);
			case "edited" -> (action instanceof KubeEdit edit) ? List.of(EditedObject.text(edit, cluster)) : List.of();
			case "manifest" -> (action instanceof KubeApply apply && !cluster.manifests().setting().isEmpty())
					? List.of(cluster.manifests().text(apply.files(), apply.recursive())) : List.of();
			case "toRevision", "revision" -> revisions(cluster, home, resource);
			case "name" -> (action instanceof KubeTop top && top.kind() == KubeTop.Kind.NODES)
					? names(cluster, "nodes", "") : names(cluster, "pods", home);
			default -> resources(cluster, home, Resources.typeOf(resource));
		};
	}

	private static List<JsonNode> list(Cluster cluster, String type, String namespace) {
		return Json.list(cluster.list(type, namespace, Map.of("limit", "50")).path("items"));
	}

	private static List<String> names(Cluster cluster, String type, String namespace) {
		return list(cluster, type, namespace).stream().map(Pods::name).toList();
	}

	private static List<String> resources(Cluster cluster, String namespace, String type) {
		String wanted = type.isEmpty() ? "pods" : type;
		return names(cluster, wanted, namespace).stream().map((name) -> wanted + "/" + name).toList();
	}

	private static List<String> selectors(Cluster cluster, String namespace) {
		return list(cluster, "deployments", namespace).stream()
			.map(Pods::selector)
			.filter((each) -> !each.isEmpty())
			.toList();
	}

	private static List<String> containers(Cluster cluster, String namespace, String resource) {
		JsonNode object = cluster.object(resource, Where.namespace(namespace));
		return Pods.containers(object.path("spec").has("template") ? object.path("spec").path("template") : object,
				true);
	}

	private static List<String> revisions(Cluster cluster, String namespace, String resource) {
		JsonNode object = cluster.object(resource, Where.namespace(namespace));
		return Revisions.of(cluster, cluster.type(Resources.typeOf(resource)), object)
			.all()
			.reversed()
			.stream()
			.map((revision) -> String.valueOf(revision.number()))
			.toList();
	}

}
