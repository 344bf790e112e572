package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import org.jspecify.annotations.Nullable;

import static io.watchfloor.action.kubernetes.KubectlVerbs.verb;

/** The verbs that show objects and logs. */
final class ReadingVerbs {

	private static final FlagSet CHOICE = new FlagSet().switches("all-namespaces/A").texts("selector/l");

	private ReadingVerbs() {
	}

	static Map<String, KubectlVerb> all() {
		return Map.of("get",
				verb(new FlagSet().with(CHOICE)
					.texts("field-selector", "output/o", "sort-by", "chunk-size", "raw")
					.lists("label-columns/L")
					.switches("show-labels", "show-kind", "no-headers", "ignore-not-found", "watch/w"),
						ReadingVerbs::get),
				"describe",
				verb(new FlagSet().with(CHOICE).switches("show-events").texts("chunk-size"), ReadingVerbs::describe),
				"logs",
				verb(new FlagSet()
					.texts("selector/l", "container/c", "tail", "since", "since-time", "limit-bytes",
							"max-log-requests", "pod-running-timeout")
					.switches("all-containers", "all-pods", "previous/p", "timestamps", "prefix", "follow/f",
							"ignore-errors"),
						ReadingVerbs::logs),
				"events",
				verb(new FlagSet().texts("for", "types", "chunk-size")
					.switches("all-namespaces/A", "no-headers", "watch/w"), ReadingVerbs::events),
				"wait",
				verb(new FlagSet().with(CHOICE).texts("for", "timeout", "field-selector").switches("all"),
						ReadingVerbs::await),
				"top pods", top(KubeTop.Kind.PODS), "top pod", top(KubeTop.Kind.PODS), "top nodes",
				top(KubeTop.Kind.NODES), "top node", top(KubeTop.Kind.NODES));
	}

	private static Action get(FlaggedWords words, Where where) {
		String path = words.text("raw");
		if (path != null) {
			words.none();
			return new KubeRaw(where, path);
		}
		return new KubeGet(where, Resources.read(words), words.on("all-namespaces"), words.text("selector"),
				words.text("field-selector"), words.text("output"), words.text("sort-by"),
				joined(words.all("label-columns")), words.on("show-labels"), words.on("show-kind"),
				words.on("no-headers"), words.on("ignore-not-found"), words.on("watch"));
	}

	private static @Nullable String joined(List<String> values) {
		return values.isEmpty() ? null : String.join(",", values);
	}

	private static Action describe(FlaggedWords words, Where where) {
		return new KubeDescribe(where, Resources.read(words), words.on("all-namespaces"), words.text("selector"),
				words.notOff("show-events"));
	}

	private static Action logs(FlaggedWords words, Where where) {
		List<String> plain = words.plain();
		if (plain.size() > 2) {
			throw words.problem("'" + plain.get(2) + "' is not understood behind pod and container.");
		}
		String container = (plain.size() == 2) ? plain.get(1) : words.text("container");
		if (plain.size() == 2 && words.has("container")) {
			throw words.problem("the container is named twice.");
		}
		return new KubeLogs(where, plain.isEmpty() ? null : pod(plain.getFirst(), words), words.text("selector"),
				container, words.on("all-containers"), words.on("all-pods"), words.on("previous"), words.number("tail"),
				words.seconds("since"), words.text("since-time"), words.on("timestamps"), words.on("prefix"),
				words.number("limit-bytes"), words.on("follow"));
	}

	/** A bare name is a pod's. */
	private static String pod(String word, FlaggedWords words) {
		return word.contains("/") ? Resources.read(List.of(word), words).getFirst() : "pods/" + word;
	}

	private static Action events(FlaggedWords words, Where where) {
		words.none();
		String about = words.text("for");
		String types = words.text("types");
		if (types != null && !types.equals("Warning")) {
			throw words.problem("--types=Warning is understood, not " + types + ".");
		}
		return new KubeEvents(where, (about != null) ? pod(about, words) : null, types != null,
				words.on("all-namespaces"), words.on("no-headers"), words.on("watch"));
	}

	private static Action await(FlaggedWords words, Where where) {
		String condition = words.text("for");
		if (condition == null || words.has("field-selector")) {
			throw words.problem("what to wait for is missing, or it is chosen by a field.");
		}
		return new KubeWait(where, Resources.read(words), words.text("selector"), words.on("all"),
				words.on("all-namespaces"), condition, words.seconds("timeout"));
	}

	private static KubectlVerb top(KubeTop.Kind kind) {
		FlagSet flags = new FlagSet().texts("selector/l", "sort-by").switches("no-headers", "use-protocol-buffers");
		if (kind == KubeTop.Kind.PODS) {
			flags.texts("field-selector").switches("all-namespaces/A", "containers");
		}
		return verb(flags,
				(words, where) -> new KubeTop(where, kind, words.plain().isEmpty() ? null : words.single("the name"),
						words.on("all-namespaces"), words.text("selector"), words.text("field-selector"),
						words.on("containers"), words.text("sort-by"), words.on("no-headers")));
	}

}
