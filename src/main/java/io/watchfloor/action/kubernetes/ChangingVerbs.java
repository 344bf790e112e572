package io.watchfloor.action.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.watchfloor.action.Action;
import org.jspecify.annotations.Nullable;

import static io.watchfloor.action.kubernetes.KubectlVerbs.verb;

/** The verbs that scale, patch, create and delete. */
final class ChangingVerbs {

	private ChangingVerbs() {
	}

	static Map<String, KubectlVerb> all() {
		Map<String, KubectlVerb> verbs = new HashMap<>();
		verbs.put("scale",
				verb(new FlagSet().texts("replicas", "current-replicas", "selector/l", "timeout").switches("all"),
						ChangingVerbs::scale));
		verbs.put("autoscale",
				verb(new FlagSet().texts("min", "max", "cpu-percent", "name"), ChangingVerbs::autoscale));
		verbs.put("patch", verb(new FlagSet().texts("type", "patch/p"), ChangingVerbs::patch));
		verbs.put("delete",
				verb(new FlagSet().texts("selector/l", "field-selector", "grace-period", "timeout")
					.switches("all", "force", "ignore-not-found", "wait", "now")
					.optional("cascade"), ChangingVerbs::delete));
		verbs.put("apply",
				verb(new FlagSet().lists("filename/f").switches("recursive/R", "server-side", "force-conflicts"),
						ChangingVerbs::apply));
		verbs.put("edit", verb(new FlagSet(), (words, where) -> new KubeEdit(where, one(words), "")));
		verbs.put("create namespace", namespace());
		verbs.put("create ns", namespace());
		verbs.put("create job", verb(new FlagSet().texts("from"), ChangingVerbs::job));
		return verbs;
	}

	private static Action scale(FlaggedWords words, Where where) {
		Integer replicas = words.number("replicas");
		if (replicas == null) {
			throw words.problem("--replicas is missing.");
		}
		Integer current = words.number("current-replicas");
		return new KubeScale(where, Resources.read(words), words.text("selector"), words.on("all"), replicas,
				(current != null && current == -1) ? null : current);
	}

	private static Action autoscale(FlaggedWords words, Where where) {
		Integer max = words.number("max");
		if (max == null) {
			throw words.problem("--max is missing.");
		}
		return new KubeAutoscale(where, one(words), words.text("name"), unset(words.number("min")), max,
				unset(words.number("cpu-percent")));
	}

	private static @Nullable Integer unset(@Nullable Integer number) {
		return (number != null && number < 0) ? null : number;
	}

	private static String one(FlaggedWords words) {
		List<String> resources = Resources.read(words);
		if (resources.size() > 1) {
			throw words.problem("one at a time is understood.");
		}
		return resources.getFirst();
	}

	private static Action patch(FlaggedWords words, Where where) {
		String patch = words.text("patch");
		if (patch == null) {
			throw words.problem("-p is missing; a patch from a file is not understood.");
		}
		String type = words.text("type");
		KubePatch.Kind kind = switch ((type == null) ? "strategic" : type.toLowerCase(Locale.ROOT)) {
			case "strategic" -> KubePatch.Kind.STRATEGIC;
			case "merge" -> KubePatch.Kind.MERGE;
			case "json" -> KubePatch.Kind.JSON;
			default -> throw words.problem("the type '" + type + "' of a patch is not understood.");
		};
		return new KubePatch(where, one(words), kind, PatchRules.compact(patch));
	}

	private static Action apply(FlaggedWords words, Where where) {
		words.none();
		if (words.on("force-conflicts") && !words.on("server-side")) {
			throw words.problem("--force-conflicts needs --server-side.");
		}
		String manifest = words.text("manifest");
		if (manifest != null) {
			Manifests.of(manifest);
		}
		return new KubeApply(where, words.all("filename"), words.on("recursive"),
				!words.on("server-side") || words.on("force-conflicts"), (manifest != null) ? manifest : "");
	}

	private static Action delete(FlaggedWords words, Where where) {
		String cascade = words.text("cascade");
		Integer grace = words.number("grace-period");
		if (words.on("now")) {
			if (grace != null) {
				throw words.problem("--now and --grace-period exclude each other.");
			}
			grace = 1;
		}
		if (words.has("all-namespaces")) {
			throw words.problem("deleting in all namespaces is not offered.");
		}
		return new KubeDelete(where, Resources.read(words), words.text("selector"), words.text("field-selector"),
				words.on("all"), (grace != null && grace == -1) ? null : grace, words.on("force"), cascade,
				words.on("ignore-not-found"));
	}

	private static KubectlVerb namespace() {
		return verb(new FlagSet(), (words, where) -> new CreateNamespace(where, words.single("the namespace")));
	}

	private static Action job(FlaggedWords words, Where where) {
		String from = words.text("from");
		if (from == null) {
			throw words.problem("only a job --from=cronjob/NAME is understood.");
		}
		String source = Resources.read(List.of(from), words).getFirst();
		if (!source.startsWith("cronjobs/")) {
			throw words.problem("only a job --from=cronjob/NAME is understood.");
		}
		return new CreateJob(where, words.single("the job's name"), Resources.nameOf(source));
	}

}
