package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.watchfloor.catalog.Target;

/**
 * A Role and a RoleBinding for each namespace, a ClusterRole and its binding for what is
 * of no namespace or of all.
 */
final class RoleYaml {

	private static final String API = "rbac.authorization.k8s.io";

	private final String name;

	private final Needs needs;

	private final String home;

	RoleYaml(Target target, Needs needs) {
		this.name = "watchfloor-" + (target.id().system() + "-" + target.id().name()).toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9-]", "-");
		this.home = target.settings().getOrDefault("namespace", "default");
		this.needs = needs;
	}

	/** All of them; empty when nothing needs to be granted. */
	String text() {
		SortedMap<String, List<String>> byNamespace = new TreeMap<>();
		rules().forEach((key, names) -> byNamespace.computeIfAbsent(key.namespace(), (_) -> new ArrayList<>())
			.add(rule(key, names)));
		if (!this.needs.addresses().isEmpty()) {
			byNamespace.computeIfAbsent("", (_) -> new ArrayList<>())
				.add("- nonResourceURLs: " + list(this.needs.addresses()) + "\n  verbs: [\"get\"]\n");
		}
		return byNamespace.entrySet()
			.stream()
			.map((each) -> role(each.getKey(), each.getValue()))
			.collect(Collectors.joining("---\n"));
	}

	/** What has the same verbs stands in one rule. */
	private SortedMap<Key, SortedSet<Grant>> rules() {
		SortedMap<Key, SortedSet<Grant>> rules = new TreeMap<>();
		this.needs.verbs()
			.forEach(
					(grant, verbs) -> rules
						.computeIfAbsent(
								new Key(grant.namespace(), grant.group(),
										grant.name().isEmpty() ? "" : grant.resource(), String.join(" ", verbs)),
								(_) -> new TreeSet<>())
						.add(grant));
		return rules;
	}

	private static String rule(Key key, SortedSet<Grant> grants) {
		SortedSet<String> resources = new TreeSet<>();
		SortedSet<String> names = new TreeSet<>();
		grants.forEach((grant) -> {
			resources.add(grant.resource());
			names.add(grant.name());
		});
		return "- apiGroups: [\"" + key.group() + "\"]\n  resources: " + list(resources) + "\n"
				+ (key.resource().isEmpty() ? "" : "  resourceNames: " + list(names) + "\n") + "  verbs: "
				+ list(List.of(key.verbs().split(" ", -1))) + "\n";
	}

	private static String list(Iterable<String> texts) {
		List<String> quoted = new ArrayList<>();
		texts.forEach((text) -> quoted.add("\"" + text + "\""));
		return "[" + String.join(", ", quoted) + "]";
	}

	private String role(String namespace, List<String> rules) {
		boolean all = namespace.isEmpty();
		String kind = all ? "ClusterRole" : "Role";
		String where = all ? "" : "\n  namespace: " + namespace;
		return """
				apiVersion: %1$s/v1
				kind: %2$s
				metadata:
				  name: %3$s%4$s
				rules:
				%5$s---
				apiVersion: %1$s/v1
				kind: %2$sBinding
				metadata:
				  name: %3$s%4$s
				subjects:
				- kind: ServiceAccount
				  name: watchfloor
				  namespace: %6$s
				roleRef:
				  apiGroup: %1$s
				  kind: %2$s
				  name: %3$s
				""".formatted(API, kind, this.name, where, String.join("", rules), this.home);
	}

	/** Rules are told apart by it. */
	private record Key(String namespace, String group, String resource, String verbs) implements Comparable<Key> {

		@Override
		public int compareTo(Key other) {
			return text().compareTo(other.text());
		}

		private String text() {
			return String.join("\t", this.namespace, this.group, this.resource, this.verbs);
		}

	}

}
