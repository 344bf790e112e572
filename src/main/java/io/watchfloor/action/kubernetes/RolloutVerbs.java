package io.watchfloor.action.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;

import static io.watchfloor.action.kubernetes.KubectlVerbs.verb;

/** {@code kubectl rollout …}. */
final class RolloutVerbs {

	private RolloutVerbs() {
	}

	static Map<String, KubectlVerb> all() {
		Map<String, KubectlVerb> verbs = new HashMap<>();
		verbs.put("rollout status",
				verb(new FlagSet().texts("selector/l", "revision", "timeout").switches("watch/w"),
						(words, where) -> new RolloutStatus(where, Resources.read(words), words.text("selector"),
								words.number("revision"), words.seconds("timeout"), words.notOff("watch"))));
		verbs.put("rollout history",
				verb(new FlagSet().texts("selector/l", "revision"), (words, where) -> new RolloutHistory(where,
						Resources.read(words), words.text("selector"), words.number("revision"))));
		verbs.put("rollout restart", verb(new FlagSet().texts("selector/l"),
				(words, where) -> new RolloutRestart(where, Resources.read(words), words.text("selector"))));
		verbs.put("rollout undo", verb(new FlagSet().texts("to-revision"), RolloutVerbs::undo));
		verbs.put("rollout pause",
				verb(new FlagSet(), (words, where) -> new RolloutPause(where, Resources.read(words), true)));
		verbs.put("rollout resume",
				verb(new FlagSet(), (words, where) -> new RolloutPause(where, Resources.read(words), false)));
		return verbs;
	}

	private static Action undo(FlaggedWords words, Where where) {
		List<String> resources = Resources.read(words);
		if (resources.size() > 1) {
			throw words.problem("several roll-backs in one line are not offered; go back one by one.");
		}
		Integer revision = words.number("to-revision");
		return new RolloutUndo(where, resources.getFirst(), (revision != null && revision == 0) ? null : revision);
	}

}
