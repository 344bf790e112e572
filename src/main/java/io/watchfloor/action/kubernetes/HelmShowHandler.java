package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.watchfloor.action.Reading;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows a release from what Helm keeps in the cluster. */
@Component
class HelmShowHandler extends KubeRead<HelmShow> {

	HelmShowHandler(Clusters clusters, Clock clock) {
		super("kubernetes.helm-show", HelmShow.class, HelmShow::where, clusters, clock);
	}

	@Override
	Reading read(HelmShow action, Cluster cluster) {
		List<HelmRelease> revisions = HelmRelease.all(cluster, cluster.namespace(action.where()),
				"name=" + action.release() + ",owner=helm");
		Optional<HelmRelease> chosen = (action.revision() == null) ? revisions.stream().reduce((_, last) -> last)
				: revisions.stream().filter((each) -> each.revision() == action.revision()).findFirst();
		if (chosen.isEmpty()) {
			return unknown("There is no such release or revision in " + cluster.namespace(action.where()), action,
					cluster);
		}
		HelmRelease release = chosen.get();
		return switch (action.topic()) {
			case STATUS -> status(action, cluster, release);
			case HISTORY -> history(action, cluster, revisions);
			case VALUES -> text("Values of revision " + release.revision(),
					"USER-SUPPLIED VALUES:\n" + YamlText.of(hidden(release.content().path("config"), "")), action,
					cluster);
			case NOTES -> text("Notes of revision " + release.revision(),
					"NOTES:\n" + Json.text(release.content(), "info", "notes"), action, cluster);
		};
	}

	private Reading status(HelmShow action, Cluster cluster, HelmRelease release) {
		String text = String.join("\n", "NAME: " + release.name(), "LAST DEPLOYED: " + release.updated(),
				"NAMESPACE: " + release.namespace(), "STATUS: " + release.status(), "REVISION: " + release.revision(),
				"DESCRIPTION: " + release.description());
		return text(release.name() + " is " + release.status() + ", revision " + release.revision(), text, action,
				cluster)
			.judged(release.status().equals("deployed") ? Reading.Judgement.AS_EXPECTED
					: Reading.Judgement.NOT_AS_EXPECTED);
	}

	private Reading history(HelmShow action, Cluster cluster, List<HelmRelease> revisions) {
		return table(revisions.size() + ((revisions.size() == 1) ? " revision" : " revisions"),
				new Reading.Table(List.of("REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION", "DESCRIPTION"),
						revisions.stream()
							.map((each) -> List.of(String.valueOf(each.revision()), each.updated(), each.status(),
									each.chart(), each.appVersion(), each.description()))
							.toList()),
				true, action, cluster);
	}

	/**
	 * Values whose name looks secret do not come out; neither do addresses with a
	 * password.
	 */
	private static JsonNode hidden(JsonNode node, String name) {
		if (node.isObject()) {
			ObjectNode object = Json.object();
			node.properties()
				.forEach((field) -> object.set(field.getKey(), hidden(field.getValue(), name + "." + field.getKey())));
			return object;
		}
		if (node.isArray()) {
			ArrayNode array = Json.array();
			node.forEach((element) -> array.add(hidden(element, name)));
			return array;
		}
		boolean secret = SetRules.secret(name, Json.text(node));
		return secret ? Json.object().put("x", SecretValues.HIDDEN).path("x") : node;
	}

	@Override
	public void needs(HelmShow action, Needs needs) {
		needs.in(needs.namespace(action.where()), "", "secrets", "", "list")
			.note("Helm keeps its releases in Secrets: who lists them can read every Secret there.");
	}

}
