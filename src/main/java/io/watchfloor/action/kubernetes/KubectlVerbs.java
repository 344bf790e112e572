package io.watchfloor.action.kubernetes;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import io.watchfloor.action.Action;

/** Every verb of kubectl that is understood. */
final class KubectlVerbs {

	/** Verbs that are followed by another. */
	static final Set<String> GROUPS = Set.of("rollout", "set", "top", "config", "auth", "create", "certificate",
			"plugin", "argo", "cnpg", "krew", "oidc-login", "alpha");

	private KubectlVerbs() {
	}

	static Map<String, KubectlVerb> all() {
		Map<String, KubectlVerb> verbs = new HashMap<>();
		verbs.putAll(ReadingVerbs.all());
		verbs.putAll(ClusterVerbs.all());
		verbs.putAll(RolloutVerbs.all());
		verbs.putAll(ChangingVerbs.all());
		verbs.putAll(SetVerbs.all());
		verbs.putAll(NodeVerbs.all());
		verbs.putAll(SecretVerbs.all());
		return Map.copyOf(verbs);
	}

	static KubectlVerb verb(FlagSet flags, BiFunction<FlaggedWords, Where, Action> reading) {
		return new KubectlVerb() {

			@Override
			public FlagSet flags() {
				return flags;
			}

			@Override
			public Action read(FlaggedWords words, Where where) {
				return reading.apply(words, where);
			}

		};
	}

}
