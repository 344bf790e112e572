package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;

import static io.watchfloor.action.kubernetes.KubectlVerbs.verb;

/** The verbs that ask about the cluster itself. */
final class ClusterVerbs {

	private ClusterVerbs() {
	}

	static Map<String, KubectlVerb> all() {
		return Map.of("version", verb(new FlagSet(), info(KubeInfo.Topic.VERSION)), "cluster-info",
				verb(new FlagSet(), info(KubeInfo.Topic.CLUSTER_INFO)), "api-resources",
				verb(new FlagSet(), info(KubeInfo.Topic.API_RESOURCES)), "api-versions",
				verb(new FlagSet(), info(KubeInfo.Topic.API_VERSIONS)), "config current-context",
				verb(new FlagSet(), info(KubeInfo.Topic.CURRENT_CONTEXT)), "config get-contexts",
				verb(new FlagSet(), info(KubeInfo.Topic.CONTEXTS)), "auth whoami",
				verb(new FlagSet(), info(KubeInfo.Topic.WHO_AM_I)), "auth can-i",
				verb(new FlagSet().texts("subresource", "as").switches("list", "all-namespaces/A", "quiet/q"),
						ClusterVerbs::canI));
	}

	private static java.util.function.BiFunction<FlaggedWords, Where, Action> info(KubeInfo.Topic topic) {
		return (words, where) -> {
			words.none();
			return new KubeInfo(where, topic);
		};
	}

	private static Action canI(FlaggedWords words, Where where) {
		if (words.on("list")) {
			words.none();
			if (words.has("subresource") || words.on("quiet")) {
				throw words.problem("--list takes no --subresource and no --quiet here.");
			}
			return new KubeCanI(where, null, null, null, words.on("all-namespaces"), words.text("as"));
		}
		List<String> plain = words.plain();
		if (plain.size() < 2 || plain.size() > 3 || words.on("quiet")) {
			throw words.problem("VERB TYPE [NAME] is understood.");
		}
		String type = plain.get(1);
		String resource = type.startsWith("/") || type.equals("*") ? type
				: Resources.read(plain.subList(1, plain.size()), words).getFirst();
		return new KubeCanI(where, plain.getFirst(), resource, words.text("subresource"), words.on("all-namespaces"),
				words.text("as"));
	}

}
