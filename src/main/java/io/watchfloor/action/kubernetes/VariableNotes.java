package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What new values of variables mean for what stands around the pods. */
final class VariableNotes {

	/** Sizes of pools; each pod has one, so that the database sees the product. */
	private static final Pattern POOL = Pattern
		.compile("(?i)(.*_)?(POOL(_SIZE|_MAX)?|MAX_POOL(_SIZE)?|MAX_(DB_)?CONNECTIONS)");

	private VariableNotes() {
	}

	static void add(SetEnv action, Draft draft, Touched each, Cluster cluster) {
		services(draft, each, cluster);
		action.set().forEach((name, value) -> {
			if (POOL.matcher(name).matches() && value.matches("[0-9]{1,6}")) {
				pool(name, Long.parseLong(value), draft, each, cluster);
			}
			if (name.startsWith("EMBEDDING")) {
				embedding(name, draft);
			}
		});
		action.remove()
			.stream()
			.filter((name) -> name.startsWith("EMBEDDING"))
			.forEach((name) -> embedding(name, draft));
	}

	private static void embedding(String name, Draft draft) {
		draft.danger(name + " decides how texts become vectors: those that are stored already do not fit another model,"
				+ " and searches go wrong until all are made anew.");
	}

	/** Which services send traffic to the pods that are replaced. */
	private static void services(Draft draft, Touched each, Cluster cluster) {
		Map<String, String> labels = Json.map(each.template().path("metadata").path("labels"));
		List<String> selecting = WorkloadNotes.around(draft, cluster, "services", Pods.namespace(each.object()))
			.stream()
			.filter((service) -> selects(Json.map(service.path("spec").path("selector")), labels))
			.map(Pods::name)
			.toList();
		draft.effect(selecting.isEmpty() ? "No Service selects the pods of " + each.name()
				: "Traffic comes to the pods of " + each.name() + " by Service " + String.join(", ", selecting));
	}

	private static boolean selects(Map<String, String> selector, Map<String, String> labels) {
		return !selector.isEmpty() && labels.entrySet().containsAll(selector.entrySet());
	}

	/** While it rolls, old and new pods have their pools at once. */
	private static void pool(String name, long after, Draft draft, Touched each, Cluster cluster) {
		long pods = Json.number(1, each.object(), "spec", "replicas");
		long most = Math.max(pods, WorkloadNotes.most(draft, each, cluster));
		long now = Json.list(each.template().path("spec").path("containers"))
			.stream()
			.flatMap((container) -> Json.list(container.path("env")).stream())
			.filter((variable) -> Pods.container(variable).equals(name))
			.map((variable) -> Json.text(variable, "value"))
			.filter((value) -> value.matches("[0-9]{1,6}"))
			.mapToLong(Long::parseLong)
			.findFirst()
			.orElse(0);
		String line = "%s: %d pods hold up to %d connections now, %d after".formatted(name, pods, pods * now,
				pods * after) + ((most > pods) ? ", " + most * after + " when the autoscaler goes to " + most : "")
				+ "; more while old and new pods run beside each other";
		if (after > now) {
			draft.warn(line + ". The database's max_connections must be above.");
		}
		else {
			draft.effect(line);
		}
	}

}
