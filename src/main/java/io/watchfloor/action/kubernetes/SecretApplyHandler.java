package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class SecretApplyHandler extends SecretChange<SecretApply> {

	SecretApplyHandler(Clusters clusters, Clock clock) {
		super("kubernetes.apply-secret", SecretApply.class, SecretApply::where, clusters, clock);
	}

	@Override
	String name(SecretApply action) {
		return action.name();
	}

	@Override
	Where where(SecretApply action) {
		return action.where();
	}

	@Override
	Draft draft(SecretApply action, Cluster cluster, Instant at) {
		String namespace = cluster.namespace(action.where());
		if (!action.kept().isEmpty()) {
			JsonNode kept = cluster.api().get(SecretDraft.path(namespace, action.kept()));
			Map<String, String> now = cluster.api()
				.find(SecretDraft.path(namespace, action.name()))
				.map((object) -> Json.map(object.path("data")))
				.orElse(Map.of());
			SecretDraft draft = new SecretDraft(cluster, namespace, action.name(), Json.text(kept, "type"),
					SecretDraft.restored(kept, now));
			return told(draft.draft(action.kept()), action.name());
		}
		Map<String, @Nullable String> values = new TreeMap<>();
		action.keys().forEach((key) -> values.put(key, SecretDraft.base64(cluster.values().value(action.name(), key))));
		Draft draft = new SecretDraft(cluster, namespace, action.name(), type(action, namespace, cluster), values)
			.draft("");
		return told(draft, action.name()).effect("Keys that are not named stay as they are");
	}

	/** A secret that is there keeps its type, unless that one asks for a certificate. */
	private static String type(SecretApply action, String namespace, Cluster cluster) {
		return cluster.api()
			.find(SecretDraft.path(namespace, action.name()))
			.map((object) -> Json.text(object, "type"))
			.filter((type) -> !type.equals(TlsSecretApplyHandler.TYPE))
			.orElse("Opaque");
	}

}
