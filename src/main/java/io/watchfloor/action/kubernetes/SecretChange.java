package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import io.watchfloor.action.Action;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The frame of a change of a secret. What is planned, announced and compared holds no
 * value; each value takes its place in the request right before that is sent.
 */
abstract class SecretChange<A extends Action> extends KubeChange<A> {

	SecretChange(String id, Class<A> type, Function<A, Where> where, Clusters clusters, Clock clock) {
		super(id, type, where, clusters, clock);
	}

	/** The secret's name. */
	abstract String name(A action);

	/** Where it is. */
	abstract Where where(A action);

	/** What is the same for all of them. */
	static Draft told(Draft draft, String name) {
		String kept = draft.markers().get(SecretDraft.KEPT);
		draft.warn("Whoever reads the secret as variables goes on with the old values until its pods start anew.");
		if (kept == null) {
			draft.effect("The secret " + name + " is made anew").undo("Delete the secret " + name);
		}
		else {
			draft.effect("What it was stays in the cluster as the secret " + kept + ", until a person deletes that")
				.undo("Give it back what " + kept + " kept");
		}
		return draft.done("the secret has these values, by their digests", java.time.Duration.ZERO, Draft.AT_ONCE);
	}

	@Override
	void send(ApiCall call, Cluster cluster, RunContext context) {
		ObjectNode body = Json.copy(Json.read(String.valueOf(call.body())));
		String name = Json.text(body, "metadata", "name");
		String namespace = call.path().replaceFirst(".*/namespaces/([^/]+)/.*", "$1");
		String source = Json.text(body, "metadata", "annotations", SecretDraft.KEPT_FROM);
		source = source.isEmpty() ? Json.text(body, "metadata", "annotations", SecretDraft.GIVEN_BACK) : source;
		Map<String, String> held = source.isEmpty() ? Map.of()
				: Json.map(cluster.api().get(SecretDraft.path(namespace, source)).path("data"));
		boolean fromReferences = source.isEmpty();
		ObjectNode data = (ObjectNode) body.path("data");
		for (Map.Entry<String, JsonNode> each : List.copyOf(data.properties())) {
			String key = each.getKey();
			if (each.getValue().isNull()) {
				continue;
			}
			String value = fromReferences ? SecretDraft.base64(cluster.values().value(name, key)) : held.get(key);
			data.put(key, same(name, key, value));
		}
		cluster.api().send(new ApiCall(call.method(), call.path(), call.query(), call.contentType(), body.toString()));
	}

	private static String same(String name, String key, @Nullable String value) {
		if (value == null) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					key + " of " + name + " is gone since the plan. Plan again.");
		}
		return value;
	}

	@Override
	Look look(A action, Plan plan, Cluster cluster) {
		String namespace = cluster.namespace(where(action));
		Optional<JsonNode> now = cluster.api().find(SecretDraft.path(namespace, name(action)));
		if (now.isEmpty()) {
			return Look.missing("there is no secret " + name(action));
		}
		SecretDraft digests = new SecretDraft(cluster, namespace, name(action), "", new TreeMap<>());
		Map<String, String> data = Json.map(now.get().path("data"));
		List<String> other = new ArrayList<>();
		plan.markers().forEach((marker, digest) -> {
			if (marker.startsWith(SecretDraft.VALUE)) {
				String key = marker.substring(SecretDraft.VALUE.length());
				if (!digests.digest(key, data.get(key)).equals(digest)) {
					other.add(key);
				}
			}
		});
		return other.isEmpty() ? Look.done("every key has its value, by the digests") : Look
			.missing(String.join(", ", other) + " " + ((other.size() == 1) ? "has" : "have") + " another value");
	}

	/** The one of before is kept under a name that only the run knows. */
	@Override
	public void needs(A action, Needs needs) {
		needs.any(where(action), "secrets", "get", "create")
			.changes(where(action), List.of("secrets/" + name(action)), "patch", "delete");
	}

	@Override
	public Optional<Action> undo(A action, Plan plan) {
		String kept = plan.markers().get(SecretDraft.KEPT);
		return Optional
			.of((kept != null) ? new SecretApply(where(action), name(action), List.of(), kept) : new KubeDelete(
					where(action), List.of("secrets/" + name(action)), null, null, false, null, false, null, false));
	}

}
