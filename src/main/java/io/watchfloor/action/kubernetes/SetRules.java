package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What {@code set}, {@code label} and {@code taint} take. */
final class SetRules {

	/** What has a pod template of its own. */
	static final Set<String> TEMPLATES = Set.of("deployments", "statefulsets", "daemonsets", "replicasets");

	private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:@-]{0,511}");

	private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_.-][A-Za-z0-9_.-]{0,252}");

	private static final Pattern LABEL = Pattern
		.compile("([A-Za-z0-9.-]{1,253}/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");

	private static final Pattern QUANTITY = Pattern.compile("[0-9]+(\\.[0-9]+)?(m|[kMGTPE]|[KMGTPE]i)?");

	private static final Pattern TAINT = Pattern
		.compile("[A-Za-z0-9./_-]+(=[A-Za-z0-9._-]*)?:(NoSchedule|PreferNoSchedule|NoExecute)");

	/**
	 * Secrets that people put into variables; the plan cannot hide what it does not know.
	 */
	private static final Pattern SECRET = Pattern
		.compile("(?i).*(passw|secret|token|api_?key|private_?key|credential).*|.*://[^/@\\s:]*:[^/@\\s]+@.*");

	private SetRules() {
	}

	static void demandTemplates(List<String> resources) {
		resources.forEach((resource) -> {
			if (!TEMPLATES.contains(Resources.typeOf(resource))) {
				throw new IllegalArgumentException(
						Resources.typeOf(resource) + " are not understood here; workloads such as deployments are");
			}
		});
	}

	static void demandImages(Map<String, String> images) {
		demandSome(images.isEmpty());
		images.forEach((container, image) -> {
			if (!container.equals("*")) {
				Names.name("container", container);
			}
			if (!IMAGE.matcher(image).matches()) {
				throw new IllegalArgumentException("'" + image + "' is no image");
			}
		});
	}

	static void demandVariables(Map<String, String> set, List<String> remove) {
		demandSome(set.isEmpty() && remove.isEmpty());
		set.forEach((name, value) -> {
			demand(VARIABLE, name, "name of a variable");
			if (secret(name, value)) {
				throw new IllegalArgumentException("the value of " + name
						+ " looks like a secret; keep it in a Secret and let the container read it from there");
			}
			if (!value.isEmpty()) {
				Names.text("the value", value);
			}
		});
		remove.forEach((name) -> demand(VARIABLE, name, "name of a variable"));
	}

	static void demandLabels(KubeLabel.Kind kind, Map<String, String> set, List<String> remove) {
		demandSome(set.isEmpty() && remove.isEmpty());
		remove.forEach((name) -> demand(LABEL, name, "key"));
		set.forEach((name, value) -> {
			demand(LABEL, name, "key");
			if (kind == KubeLabel.Kind.LABEL && !value.matches("([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?")) {
				throw new IllegalArgumentException("'" + value + "' is no value of a label");
			}
			if (!value.isEmpty()) {
				Names.text("the value", value);
			}
		});
	}

	static void demandQuantities(Map<String, String> requests, Map<String, String> limits) {
		demandSome(requests.isEmpty() && limits.isEmpty());
		for (Map<String, String> each : List.of(requests, limits)) {
			each.forEach((name, quantity) -> {
				demand(LABEL, name, "resource");
				demand(QUANTITY, quantity, "quantity");
			});
		}
	}

	static void demandTaints(List<String> set, List<String> remove) {
		demandSome(set.isEmpty() && remove.isEmpty());
		set.forEach((taint) -> demand(TAINT, taint, "taint such as key=value:NoSchedule"));
		remove.forEach((taint) -> {
			if (!taint.matches("[A-Za-z0-9./_-]*[A-Za-z0-9](:(NoSchedule|PreferNoSchedule|NoExecute))?")) {
				throw new IllegalArgumentException("'" + taint + "' names no taint");
			}
		});
	}

	/** Whether a variable's name or value looks like a secret. */
	static boolean secret(String name, String value) {
		return SECRET.matcher(name).matches() || SECRET.matcher(value).matches();
	}

	private static void demandSome(boolean none) {
		if (none) {
			throw new IllegalArgumentException("what to change is missing");
		}
	}

	private static void demand(Pattern pattern, String text, String what) {
		if (!pattern.matcher(text).matches()) {
			throw new IllegalArgumentException("'" + text + "' is no " + what);
		}
	}

	/** {@code name=value}, in order. */
	static List<String> pairs(Map<String, String> map) {
		return map.entrySet().stream().map((entry) -> entry.getKey() + "=" + entry.getValue()).toList();
	}

}
