package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.watchfloor.action.Reading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Tells about the cluster itself. */
@Component
class KubeInfoHandler extends KubeRead<KubeInfo> {

	KubeInfoHandler(Clusters clusters, Clock clock) {
		super("kubernetes.info", KubeInfo.class, KubeInfo::where, clusters, clock);
	}

	@Override
	Reading read(KubeInfo action, Cluster cluster) {
		return switch (action.topic()) {
			case VERSION -> version(action, cluster);
			case CLUSTER_INFO -> clusterInfo(action, cluster);
			case API_RESOURCES -> resources(action, cluster);
			case API_VERSIONS -> versions(action, cluster);
			case CURRENT_CONTEXT -> text(cluster.context(), cluster.context(), action, cluster);
			case CONTEXTS -> table(cluster.context(),
					new Reading.Table(List.of("CURRENT", "NAME", "CLUSTER", "NAMESPACE"),
							List.of(List.of("*", cluster.context(), cluster.api().server(), cluster.home()))),
					true, action, cluster);
			case WHO_AM_I -> whoAmI(action, cluster);
		};
	}

	private Reading version(KubeInfo action, Cluster cluster) {
		String version = Json.text(cluster.api().get("/version"), "gitVersion");
		return version.isEmpty() ? unknown("The server does not tell its version", action, cluster)
				: text("Server Version: " + version, "Server Version: " + version, action, cluster);
	}

	private Reading clusterInfo(KubeInfo action, Cluster cluster) {
		List<String> services = Json
			.list(cluster.list("services", "kube-system", Map.of("labelSelector", "kubernetes.io/cluster-service=true"))
				.path("items"))
			.stream()
			.map(Pods::name)
			.toList();
		String first = "Kubernetes control plane is running at " + cluster.api().server();
		return text(first,
				String.join("\n",
						Stream.concat(Stream.of(first), services.stream().map((name) -> name + " is a cluster service"))
							.toList()),
				action, cluster);
	}

	private Reading resources(KubeInfo action, Cluster cluster) {
		List<List<String>> rows = KnownTypes.all(cluster.api())
			.stream()
			.map((type) -> List.of(type.plural(),
					String.join(",",
							type.names()
								.stream()
								.filter((name) -> !name.equals(type.plural()) && !name.equalsIgnoreCase(type.kind()))
								.toList()),
					type.apiVersion(), String.valueOf(type.namespaced()), type.kind()))
			.toList();
		return table(rows.size() + " types",
				new Reading.Table(List.of("NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND"), rows), true,
				action, cluster);
	}

	private Reading versions(KubeInfo action, Cluster cluster) {
		List<String> versions = Stream
			.concat(Json.list(cluster.api().get("/api").path("versions")).stream().map(Json::text),
					Json.list(cluster.api().get("/apis").path("groups"))
						.stream()
						.flatMap((group) -> Json.list(group.path("versions")).stream())
						.map((version) -> Json.text(version, "groupVersion")))
			.sorted()
			.toList();
		return text(versions.size() + " versions", String.join("\n", versions), action, cluster);
	}

	private Reading whoAmI(KubeInfo action, Cluster cluster) {
		String body = Json.object()
			.put("apiVersion", "authentication.k8s.io/v1")
			.put("kind", "SelfSubjectReview")
			.toString();
		JsonNode user = cluster.api()
			.send(ApiCall.json("POST", "/apis/authentication.k8s.io/v1/selfsubjectreviews", body))
			.path("status")
			.path("userInfo");
		String name = Json.text(user, "username");
		return name.isEmpty() ? unknown("The server does not tell who asks", action, cluster)
				: text(name,
						name + "\ngroups: "
								+ String.join(", ", Json.list(user.path("groups")).stream().map(Json::text).toList()),
						action, cluster);
	}

	@Override
	public void needs(KubeInfo action, Needs needs) {
		needs.in("kube-system", "", "services", "", "list");
	}

}
