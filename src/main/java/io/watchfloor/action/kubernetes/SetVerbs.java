package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import org.jspecify.annotations.Nullable;

import static io.watchfloor.action.kubernetes.KubectlVerbs.verb;

/** {@code kubectl set …}, {@code label} and {@code annotate}. */
final class SetVerbs {

	private SetVerbs() {
	}

	static Map<String, KubectlVerb> all() {
		return Map.of("set image", verb(new FlagSet(), SetVerbs::image), "set env",
				verb(new FlagSet().texts("containers/c").lists("env/e").switches("overwrite"), SetVerbs::env),
				"set resources", verb(new FlagSet().texts("limits", "requests", "containers/c"), SetVerbs::resources),
				"label", metadata(KubeLabel.Kind.LABEL), "annotate", metadata(KubeLabel.Kind.ANNOTATION));
	}

	/** The words up to the first {@code name=value} or {@code name-} name resources. */
	private static List<String> resources(FlaggedWords words) {
		List<String> names = new ArrayList<>();
		for (String word : words.plain()) {
			boolean change = word.contains("=") || (word.endsWith("-") && !names.isEmpty());
			if (change) {
				break;
			}
			names.add(word);
		}
		return Resources.read(names, words);
	}

	private static List<String> changes(FlaggedWords words) {
		List<String> plain = words.plain();
		int first = 0;
		while (first < plain.size() && !plain.get(first).contains("=")
				&& !(plain.get(first).endsWith("-") && first > 0)) {
			first++;
		}
		return plain.subList(first, plain.size());
	}

	private static Action image(FlaggedWords words, Where where) {
		return new SetImage(where, resources(words), pairs(words, changes(words), "CONTAINER=IMAGE"));
	}

	private static Action env(FlaggedWords words, Where where) {
		if (words.has("overwrite") && !words.on("overwrite")) {
			throw words.problem("--overwrite=false is not understood.");
		}
		List<String> changes = new ArrayList<>(changes(words));
		changes.addAll(words.all("env"));
		return new SetEnv(where, resources(words), pairs(words, setting(changes), "NAME=VALUE"), removing(changes),
				star(words.text("containers")));
	}

	private static @Nullable String star(@Nullable String containers) {
		return "*".equals(containers) ? null : containers;
	}

	private static Action resources(FlaggedWords words, Where where) {
		return new SetResources(where, Resources.read(words), list(words, words.text("requests")),
				list(words, words.text("limits")), star(words.text("containers")));
	}

	private static Map<String, String> list(FlaggedWords words, @Nullable String text) {
		return (text == null) ? Map.of() : pairs(words, List.of(text.split(",", -1)), "NAME=QUANTITY");
	}

	private static KubectlVerb metadata(KubeLabel.Kind kind) {
		return verb(new FlagSet().switches("overwrite"), (words, where) -> {
			List<String> changes = changes(words);
			return new KubeLabel(where, kind, resources(words), pairs(words, setting(changes), "KEY=VALUE"),
					removing(changes), words.on("overwrite"));
		});
	}

	private static List<String> setting(List<String> changes) {
		return changes.stream().filter((change) -> !change.endsWith("-") || change.contains("=")).toList();
	}

	private static List<String> removing(List<String> changes) {
		return changes.stream()
			.filter((change) -> change.endsWith("-") && !change.contains("="))
			.map((change) -> change.substring(0, change.length() - 1))
			.toList();
	}

	private static Map<String, String> pairs(FlaggedWords words, List<String> texts, String shape) {
		Map<String, String> pairs = new LinkedHashMap<>();
		for (String text : texts) {
			int equals = text.indexOf('=');
			if (equals < 1 || pairs.containsKey(text.substring(0, equals))) {
				throw words.problem("'" + text + "' is not understood; " + shape + " is, each name once.");
			}
			pairs.put(text.substring(0, equals), text.substring(equals + 1));
		}
		return pairs;
	}

}
