package io.watchfloor.action.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The calls that exchange values of a secret, told without them: what is there is copied
 * beside it first, so that it can be given back; then the values come.
 *
 * @param name of the secret
 * @param type that it has or gets
 * @param after the values by key, in Base64; null for a key that goes
 */
record SecretDraft(Cluster cluster, String namespace, String name, String type, Map<String, @Nullable String> after) {

	static final String KEPT_FROM = "watchfloor.io/kept-from";

	static final String GIVEN_BACK = "watchfloor.io/given-back-from";

	static final String VALUE = "value of ";

	static final String KEPT = "kept as";

	/** A value as an object has it. */
	static String base64(String value) {
		return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
	}

	static String path(String namespace, String name) {
		return ResourceTypes.of("secrets").path(namespace, name);
	}

	/**
	 * The draft.
	 * @param from the kept secret that is given back; empty for new values
	 * @throws Problem when nothing would change, or the server would refuse it
	 */
	Draft draft(String from) {
		String path = path(this.namespace, this.name);
		Optional<JsonNode> now = this.cluster.api().find(path);
		now.ifPresent(this::demandChangeable);
		Draft draft = new Draft();
		Map<String, String> before = now.map((object) -> Json.map(object.path("data"))).orElse(Map.of());
		ObjectNode data = Json.object();
		for (Map.Entry<String, @Nullable String> each : this.after.entrySet()) {
			change(each.getKey(), before.get(each.getKey()), each.getValue(), data, draft);
		}
		if (data.isEmpty()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"The secret " + this.name + " has these values already; nothing to do.");
		}
		now.ifPresent((object) -> keep(object, draft));
		ObjectNode body = Json.object().put("apiVersion", "v1").put("kind", "Secret");
		ObjectNode metadata = body.putObject("metadata").put("name", this.name);
		if (!from.isEmpty()) {
			metadata.putObject("annotations").put(GIVEN_BACK, from);
		}
		body.set("data", data);
		if (now.isEmpty()) {
			body.put("type", this.type);
		}
		now.ifPresent((object) -> metadata.put("resourceVersion", Json.text(object, "metadata", "resourceVersion")));
		ApiCall call = now.isPresent() ? ApiCall.patch(path, KubePatch.Kind.MERGE, body.toString())
				: ApiCall.json("POST", ResourceTypes.of("secrets").path(this.namespace), body.toString());
		this.cluster.api().dryRun(rehearsal(call, body));
		return draft.call(call)
			.mark(path, now.map((object) -> Json.text(object, "metadata", "resourceVersion")).orElse("absent"));
	}

	private void demandChangeable(JsonNode object) {
		String is = Json.text(object, "type");
		if (!is.equals(this.type)) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "The secret " + this.name + " is of type " + is
					+ ", not " + this.type + "; a type cannot be changed. Choose another name.");
		}
		if (object.path("immutable").asBoolean(false)) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"The secret " + this.name + " is immutable. Make one of another name, and let the pods use that.");
		}
	}

	private void change(String key, @Nullable String before, @Nullable String value, ObjectNode data, Draft draft) {
		if (java.util.Objects.equals(before, value)) {
			return;
		}
		String now = shown(key, before);
		String then = shown(key, value);
		data.set(key, (then == null) ? Json.object().nullNode() : Json.object().stringNode(then));
		draft.change(new Plan.Change("secrets/" + this.name + " " + key, now, then))
			.mark(VALUE + key, digest(key, value));
	}

	private @Nullable String shown(String key, @Nullable String base64) {
		return (base64 == null) ? null : "[hidden, digest " + digest(key, base64) + "]";
	}

	/** By which a value is known again. */
	String digest(String key, @Nullable String base64) {
		return (base64 == null) ? "absent"
				: SlowDigest.of(this.cluster.context() + "/" + this.namespace + "/" + this.name + "/" + key, base64);
	}

	private void keep(JsonNode object, Draft draft) {
		String kept = this.name + "-before-" + Json.text(object, "metadata", "resourceVersion");
		draft.mark(KEPT, kept);
		if (this.cluster.api().find(path(this.namespace, kept)).isPresent()) {
			return;
		}
		ObjectNode body = Json.object().put("apiVersion", "v1").put("kind", "Secret").put("type", this.type);
		body.putObject("metadata").put("name", kept).putObject("annotations").put(KEPT_FROM, this.name);
		ObjectNode data = body.putObject("data");
		new TreeSet<>(Json.map(object.path("data")).keySet()).forEach((key) -> data.put(key, "[hidden, as it is]"));
		draft.call(ApiCall.json("POST", ResourceTypes.of("secrets").path(this.namespace), body.toString()));
	}

	/** The server looks at shapes and keys only; a value that is none does for that. */
	private static ApiCall rehearsal(ApiCall call, ObjectNode body) {
		ObjectNode copy = Json.copy(body);
		ObjectNode data = copy.putObject("data");
		body.path("data").properties().forEach((each) -> {
			if (each.getValue().isNull()) {
				data.putNull(each.getKey());
			}
			else {
				data.put(each.getKey(), base64("rehearsal"));
			}
		});
		return new ApiCall(call.method(), call.path(), call.query(), call.contentType(), copy.toString());
	}

	/** The values that a secret holds now, or would hold: none that is not asked for. */
	static Map<String, @Nullable String> restored(JsonNode kept, Map<String, String> now) {
		Map<String, @Nullable String> after = new TreeMap<>(Json.map(kept.path("data")));
		now.keySet().forEach((key) -> after.putIfAbsent(key, null));
		return after;
	}

}
