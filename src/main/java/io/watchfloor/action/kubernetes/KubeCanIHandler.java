package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.Reading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the server's own judge of permissions. */
@Component
class KubeCanIHandler extends KubeRead<KubeCanI> {

	private static final String REVIEWS = "/apis/authorization.k8s.io/v1/";

	KubeCanIHandler(Clusters clusters, Clock clock) {
		super("kubernetes.can-i", KubeCanI.class, KubeCanI::where, clusters, clock);
	}

	@Override
	Reading read(KubeCanI action, Cluster cluster) {
		KubeApi api = (action.as() != null) ? cluster.api().as(action.as()) : cluster.api();
		String namespace = action.allNamespaces() ? "" : cluster.namespace(action.where());
		return (action.verb() == null) ? rules(action, cluster, api, namespace) : one(action, cluster, api, namespace);
	}

	private Reading one(KubeCanI action, Cluster cluster, KubeApi api, String namespace) {
		ObjectNode review = review("SelfSubjectAccessReview");
		String resource = String.valueOf(action.resource());
		ObjectNode spec = review.putObject("spec");
		if (resource.startsWith("/")) {
			spec.putObject("nonResourceAttributes").put("path", resource).put("verb", action.verb());
		}
		else {
			attributes(action, cluster, namespace, resource, spec.putObject("resourceAttributes"));
		}
		JsonNode status = api.send(ApiCall.json("POST", REVIEWS + "selfsubjectaccessreviews", review.toString()))
			.path("status");
		if (!status.path("allowed").isBoolean()) {
			return unknown("The server did not answer the question", action, cluster);
		}
		boolean allowed = status.path("allowed").booleanValue();
		String reason = Json.text(status, "reason");
		return text(allowed ? "yes" : "no" + (reason.isEmpty() ? "" : " - " + reason), allowed ? "yes" : "no", action,
				cluster);
	}

	private static void attributes(KubeCanI action, Cluster cluster, String namespace, String resource,
			ObjectNode attributes) {
		boolean any = resource.equals("*");
		ResourceType type = any ? null : cluster.type(Resources.typeOf(resource));
		if (!namespace.isEmpty()) {
			attributes.put("namespace", namespace);
		}
		attributes.put("verb", action.verb());
		attributes.put("resource", (type == null) ? "*" : type.plural());
		if (type != null && !type.group().isEmpty()) {
			attributes.put("group", type.group());
		}
		if (any) {
			attributes.put("group", "*");
		}
		if (action.subresource() != null) {
			attributes.put("subresource", action.subresource());
		}
		if (!Resources.nameOf(resource).isEmpty()) {
			attributes.put("name", Resources.nameOf(resource));
		}
	}

	private static ObjectNode review(String kind) {
		return Json.object().put("apiVersion", "authorization.k8s.io/v1").put("kind", kind);
	}

	private Reading rules(KubeCanI action, Cluster cluster, KubeApi api, String namespace) {
		ObjectNode review = review("SelfSubjectRulesReview");
		review.putObject("spec").put("namespace", namespace);
		JsonNode status = api.send(ApiCall.json("POST", REVIEWS + "selfsubjectrulesreviews", review.toString()))
			.path("status");
		List<List<String>> rows = new ArrayList<>();
		Json.list(status.path("resourceRules"))
			.forEach((rule) -> rows
				.add(List.of(joined(rule, "resources"), joined(rule, "resourceNames"), joined(rule, "verbs"))));
		Json.list(status.path("nonResourceRules"))
			.forEach((rule) -> rows.add(List.of(joined(rule, "nonResourceURLs"), "", joined(rule, "verbs"))));
		return rows.isEmpty() ? unknown("The server told no rule", action, cluster) : table(rows.size() + " rules",
				new Reading.Table(List.of("RESOURCES", "NAMES", "VERBS"), rows), true, action, cluster);
	}

	private static String joined(JsonNode rule, String field) {
		return String.join(" ", Json.list(rule.path(field)).stream().map(Json::text).toList());
	}

	@Override
	public void needs(KubeCanI action, Needs needs) {
		if (action.as() != null) {
			needs.anywhere("", "users", "impersonate");
		}
	}

}
