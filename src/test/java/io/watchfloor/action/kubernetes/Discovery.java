package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the test's API server tells about its types: those built in, and two of others.
 */
final class Discovery {

	private static final List<ResourceType> TYPES = types();

	private Discovery() {
	}

	private static List<ResourceType> types() {
		List<ResourceType> types = new ArrayList<>(ResourceTypes.all());
		types.add(new ResourceType("cert-manager.io", "v1", "certificates", "Certificate", true,
				Set.of("certificates", "certificate", "cert", "certs"), false));
		types.add(new ResourceType("policy.example.com", "v1beta1", "constraints", "Constraint", false,
				Set.of("constraints", "constraint"), false));
		types.add(new ResourceType("metrics.k8s.io", "v1beta1", "pods", "PodMetrics", true, Set.of("pods"), false));
		types.add(new ResourceType("metrics.k8s.io", "v1beta1", "nodes", "NodeMetrics", false, Set.of("nodes"), false));
		return types;
	}

	static JsonNode answer(String path) throws ApiServer.NoSuchDiscovery {
		if (path.equals("/version")) {
			return Json.object().put("major", "1").put("minor", "32").put("gitVersion", "v1.32.0");
		}
		if (path.equals("/api")) {
			ObjectNode versions = Json.object().put("kind", "APIVersions");
			versions.putArray("versions").add("v1");
			return versions;
		}
		if (path.equals("/apis")) {
			return groups();
		}
		for (ResourceType type : TYPES) {
			String root = type.group().isEmpty() ? "/api/" + type.version() : "/apis/" + type.apiVersion();
			if (path.equals(root)) {
				return resources(type.apiVersion());
			}
		}
		throw new ApiServer.NoSuchDiscovery();
	}

	private static JsonNode groups() {
		ObjectNode list = Json.object().put("kind", "APIGroupList").put("apiVersion", "v1");
		ArrayNode groups = list.putArray("groups");
		Set<String> versions = new LinkedHashSet<>();
		TYPES.stream().filter((type) -> !type.group().isEmpty()).forEach((type) -> versions.add(type.apiVersion()));
		for (String version : versions) {
			String[] parts = version.split("/", 2);
			ObjectNode group = groups.addObject().put("name", parts[0]);
			group.putArray("versions").addObject().put("groupVersion", version).put("version", parts[1]);
			group.putObject("preferredVersion").put("groupVersion", version).put("version", parts[1]);
		}
		return list;
	}

	private static JsonNode resources(String version) {
		ObjectNode list = Json.object()
			.put("kind", "APIResourceList")
			.put("apiVersion", "v1")
			.put("groupVersion", version);
		ArrayNode resources = list.putArray("resources");
		for (ResourceType type : TYPES) {
			if (!type.apiVersion().equals(version)) {
				continue;
			}
			ObjectNode resource = resource(resources, type, type.plural());
			ArrayNode names = resource.putArray("shortNames");
			type.names()
				.stream()
				.filter((name) -> !name.equals(type.plural()) && !name.equalsIgnoreCase(type.kind()))
				.forEach(names::add);
			if (type.everyday()) {
				resource.putArray("categories").add("all");
			}
			if (ScaleRules.TYPES.contains(type.plural()) && !type.group().contains("metrics")) {
				resource(resources, type, type.plural() + "/scale").put("group", "autoscaling")
					.put("version", "v1")
					.put("kind", "Scale");
			}
			if (type.plural().equals("pods") && type.group().isEmpty()) {
				resource(resources, type, "pods/eviction").put("group", "policy")
					.put("version", "v1")
					.put("kind", "Eviction");
			}
		}
		return list;
	}

	private static ObjectNode resource(ArrayNode resources, ResourceType type, String name) {
		ObjectNode resource = resources.addObject()
			.put("name", name)
			.put("singularName", name.contains("/") ? "" : type.kind().toLowerCase(java.util.Locale.ROOT))
			.put("namespaced", type.namespaced())
			.put("kind", type.kind());
		ArrayNode verbs = resource.putArray("verbs");
		List.of("get", "list", "watch", "create", "update", "patch", "delete", "deletecollection").forEach(verbs::add);
		return resource;
	}

	/** The kind of objects in a collection. */
	static String kind(String collection) {
		return TYPES.stream()
			.filter((type) -> collection.endsWith("/" + type.plural())
					&& collection.startsWith(type.group().isEmpty() ? "/api/" : "/apis/" + type.apiVersion() + "/"))
			.findFirst()
			.map(ResourceType::kind)
			.orElse("Unknown");
	}

}
