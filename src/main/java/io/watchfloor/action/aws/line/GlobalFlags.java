package io.watchfloor.action.aws.line;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.Arguments;

/** Takes the flags that every {@code aws} command has, wherever they stand. */
final class GlobalFlags {

	/** They only change how the command looks on a terminal. */
	private static final Set<String> HARMLESS = Set.of("no-cli-pager", "no-cli-auto-prompt");

	private static final Map<String, Pattern> TAKING = Map.of("region", Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]"),
			"profile", Pattern.compile("[^-].*"), "output", Pattern.compile("json|text|table"), "query",
			Pattern.compile("(?s).+"), "color", Pattern.compile("on|off|auto"), "cli-read-timeout",
			Pattern.compile("[0-9]{1,6}"), "cli-connect-timeout", Pattern.compile("[0-9]{1,6}"), "cli-binary-format",
			Pattern.compile("raw-in-base64-out"));

	private static final Map<String, String> REFUSED = Map.of("endpoint-url",
			"where a service is belongs to the target's settings", "no-verify-ssl", "certificates are always verified",
			"ca-bundle", "certificates are verified by what this machine trusts", "no-sign-request",
			"every call is signed", "debug", "it prints everything the command does, secrets included",
			"generate-cli-skeleton", "it prints a template and calls nothing", "cli-input-yaml",
			"YAML is not read; JSON is");

	private GlobalFlags() {
	}

	/**
	 * Takes a global flag that was read from the words, with its value.
	 * @param flag without dashes and without what stands behind {@code =}
	 * @param attached what stands behind {@code =}
	 * @return the globals with it, or empty when the flag is none of them
	 */
	static Optional<Globals> take(Globals globals, String flag, Optional<String> attached, Arguments arguments) {
		String refused = REFUSED.get(flag);
		if (refused != null) {
			throw arguments.problem("--" + flag + ": " + refused + ".");
		}
		if (HARMLESS.contains(flag) || flag.equals("no-paginate")) {
			if (attached.isPresent()) {
				throw arguments.problem("--" + flag + " takes no value.");
			}
			return Optional.of(globals.with(flag, ""));
		}
		Pattern pattern = TAKING.get(flag);
		if (pattern == null) {
			return Optional.empty();
		}
		String value = attached.orElseGet(() -> arguments.nextLiteral("the value of --" + flag));
		if (!pattern.matcher(value).matches()) {
			throw arguments.problem("--" + flag + " '" + value + "' is not understood.");
		}
		return Optional.of(globals.with(flag, value));
	}

}
