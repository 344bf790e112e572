package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;

import static io.watchfloor.action.kubernetes.KubectlVerbs.verb;

/** The verbs for nodes. */
final class NodeVerbs {

	private NodeVerbs() {
	}

	static Map<String, KubectlVerb> all() {
		return Map.of("cordon", verb(new FlagSet(), (words, where) -> new Cordon(where, nodes(words), true)),
				"uncordon", verb(new FlagSet(), (words, where) -> new Cordon(where, nodes(words), false)), "drain",
				verb(new FlagSet().switches("ignore-daemonsets", "delete-emptydir-data", "force", "disable-eviction")
					.texts("grace-period", "pod-selector", "timeout"), NodeVerbs::drain),
				"taint", verb(new FlagSet().switches("overwrite"), NodeVerbs::taint));
	}

	/** {@code a b}, {@code node/a} or {@code node a}. */
	private static List<String> nodes(FlaggedWords words) {
		List<String> plain = words.plain();
		boolean typed = plain.size() > 1 && ResourceTypes.canonical(plain.getFirst()).equals("nodes");
		return plain.stream().skip(typed ? 1 : 0).map((word) -> node(word, words)).toList();
	}

	private static String node(String word, FlaggedWords words) {
		int slash = word.indexOf('/');
		if (slash >= 0 && !ResourceTypes.canonical(word.substring(0, slash)).equals("nodes")) {
			throw words.problem("'" + word + "' is no node.");
		}
		return word.substring(slash + 1);
	}

	private static Action drain(FlaggedWords words, Where where) {
		Integer grace = words.number("grace-period");
		Integer timeout = words.seconds("timeout");
		return new Drain(where, nodes(words), words.on("ignore-daemonsets"), words.on("delete-emptydir-data"),
				words.on("force"), words.on("disable-eviction"), (grace != null && grace < 0) ? null : grace,
				words.text("pod-selector"), (timeout != null && timeout == 0) ? null : timeout);
	}

	private static Action taint(FlaggedWords words, Where where) {
		List<String> plain = words.plain();
		if (plain.isEmpty() || !ResourceTypes.canonical(plain.getFirst()).equals("nodes")) {
			throw words.problem("'nodes' is missing.");
		}
		List<String> rest = plain.subList(1, plain.size());
		List<String> names = rest.stream().takeWhile((word) -> !change(word)).toList();
		List<String> changes = rest.subList(names.size(), rest.size());
		return new KubeTaint(where, names, changes.stream().filter((change) -> !change.endsWith("-")).toList(),
				changes.stream()
					.filter((change) -> change.endsWith("-"))
					.map((change) -> change.substring(0, change.length() - 1))
					.toList(),
				words.on("overwrite"));
	}

	private static boolean change(String word) {
		return word.contains("=") || word.contains(":") || word.endsWith("-");
	}

}
