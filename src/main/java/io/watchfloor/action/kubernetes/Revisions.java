package io.watchfloor.action.kubernetes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The revisions of a workload: replica sets of a deployment, else controller revisions.
 */
record Revisions(List<Revision> all) {

	private static final String NUMBER = "deployment.kubernetes.io/revision";

	private static final String HASH = "pod-template-hash";

	/**
	 * One of them.
	 *
	 * @param template the pod template as it was
	 * @param data of a controller revision: the patch that brings it back
	 */
	record Revision(long number, String cause, JsonNode template, JsonNode data, JsonNode annotations) {
	}

	/** What reading them takes. */
	static void needs(Where where, List<String> workloads, Needs needs) {
		workloads.forEach((workload) -> needs.any(where,
				Resources.typeOf(workload).equals("deployments") ? "replicasets" : "controllerrevisions", "list"));
	}

	static Revisions of(Cluster cluster, ResourceType type, JsonNode workload) {
		String namespace = Pods.namespace(workload);
		boolean deployment = type.plural().equals("deployments");
		List<JsonNode> objects = Json.list(
				cluster
					.list(deployment ? "replicasets" : "controllerrevisions", namespace,
							Map.of("labelSelector", Pods.selector(workload)))
					.path("items"));
		String uid = Json.text(workload, "metadata", "uid");
		return new Revisions(objects.stream()
			.filter((object) -> owned(object, uid))
			.map(deployment ? Revisions::ofReplicaSet : Revisions::ofController)
			.filter((revision) -> revision.number() > 0)
			.sorted(Comparator.comparing(Revision::number))
			.toList());
	}

	private static boolean owned(JsonNode object, String uid) {
		return Json.list(object.path("metadata").path("ownerReferences"))
			.stream()
			.anyMatch((owner) -> Json.text(owner, "uid").equals(uid));
	}

	private static Revision ofReplicaSet(JsonNode set) {
		JsonNode annotations = set.path("metadata").path("annotations");
		ObjectNode template = Json.copy(set.path("spec").path("template"));
		if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
			labels.remove(HASH);
		}
		String number = Json.text(annotations.path(NUMBER));
		return new Revision(number.matches("[0-9]{1,18}") ? Long.parseLong(number) : 0, cause(annotations), template,
				Json.object(), annotations);
	}

	private static Revision ofController(JsonNode revision) {
		JsonNode annotations = revision.path("metadata").path("annotations");
		return new Revision(Json.number(0, revision, "revision"), cause(annotations),
				revision.path("data").path("spec").path("template"), revision.path("data"), annotations);
	}

	private static String cause(JsonNode annotations) {
		String cause = Json.text(annotations.path("kubernetes.io/change-cause"));
		return cause.isEmpty() ? "<none>" : cause;
	}

	Optional<Revision> find(long number) {
		return this.all.stream().filter((revision) -> revision.number() == number).findFirst();
	}

	/** The one that runs now, by number. */
	Optional<Revision> latest() {
		return this.all.isEmpty() ? Optional.empty() : Optional.of(this.all.getLast());
	}

	/** The one before it. */
	Optional<Revision> previous() {
		return (this.all.size() < 2) ? Optional.empty() : Optional.of(this.all.get(this.all.size() - 2));
	}

}
