package io.watchfloor.action.kubernetes;

import java.util.Map;

/** Why some verbs of kubectl stay manual steps. */
final class ManualVerbs {

	private static final String TERMINAL = "it needs a terminal of its own, which a console step does not have";

	private static final String PLUGIN = "a plugin can do anything, and what it does is not known here";

	private static final Map<String, String> REASONS = Map.ofEntries(
			Map.entry("replace", "it reads files, which are not where the console runs"),
			Map.entry("diff", "it reads files, which are not where the console runs"),
			Map.entry("kustomize", "it reads files, which are not where the console runs"),
			Map.entry("create", "what is created comes from a file or is only right in this team's hands"),
			Map.entry("create secret", "a secret's values do not belong into a command line or a console's record"),
			Map.entry("exec", "what is run inside is not understood"), Map.entry("attach", TERMINAL),
			Map.entry("debug", TERMINAL), Map.entry("proxy", TERMINAL),
			Map.entry("port-forward",
					"it holds a connection open on the person's own machine; a console step would open it elsewhere"),
			Map.entry("cp", "it copies from or to the person's own machine"),
			Map.entry("run", "it starts a pod of its own for something that is better asked of a running one"),
			Map.entry("expose", "a service is better created from the team's files"),
			Map.entry("explain", "it explains types and looks at nothing that runs"),
			Map.entry("config",
					"it changes files on the person's own machine; the console names context and namespace"
							+ " in every call"),
			Map.entry("argo", PLUGIN), Map.entry("cnpg", PLUGIN), Map.entry("plugin", PLUGIN),
			Map.entry("krew", PLUGIN),
			Map.entry("rolling-update", "kubectl has no such command any more; rollout restart or set image do it"),
			Map.entry("certificate", "a certificate request is approved by a person who looked at it"));

	private ManualVerbs() {
	}

	/** In plain English, for {@code apply} or {@code create secret}. */
	static String reason(String verb) {
		String first = verb.split(" ", 2)[0];
		String reason = REASONS.get(verb);
		reason = (reason != null) ? reason : REASONS.get(first);
		return "kubectl: '" + verb + "' is not understood"
				+ ((reason != null) ? ": " + reason + "." : "; no action does what it says.");
	}

}
