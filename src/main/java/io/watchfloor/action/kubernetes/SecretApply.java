package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Gives keys of a secret the values that the target refers to as {@code NAME/KEY}, or
 * gives a secret back what was kept of it. No value is a parameter.
 *
 * @param name of the secret
 * @param keys that get a value; none when it is given back
 * @param kept the secret that holds what it was; empty for new values
 */
public record SecretApply(Where where, String name, List<String> keys, String kept) implements Action {

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{1,253}");

	private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,200}[a-z0-9])?");

	public SecretApply {
		where.demand();
		demandName(name);
		keys = keys.stream().sorted().distinct().toList();
		keys.forEach((key) -> {
			if (!KEY.matcher(key).matches()) {
				throw new IllegalArgumentException("'" + key + "' is no key of a secret");
			}
		});
		if (kept.isEmpty() == keys.isEmpty()) {
			throw new IllegalArgumentException("either keys get values, or a kept secret is given back");
		}
		if (!kept.isEmpty()) {
			demandName(kept);
		}
	}

	static void demandName(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("'" + name + "' is no name of a secret");
		}
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return (this.kept.isEmpty() ? "Set " + String.join(", ", this.keys) + " of the secret " + this.name
				: "Give the secret " + this.name + " back what " + this.kept + " kept") + this.where.in();
	}

	@Override
	public String commandLine() {
		CommandText line = this.where.line("create secret generic").word(this.name);
		this.keys.forEach((key) -> line.verbatim("--from-literal=" + key + "=\"$" + variable(key) + "\""));
		return this.kept.isEmpty() ? line.toString() : line + " (as kept in " + this.kept + ")";
	}

	private static String variable(String key) {
		return "VALUE_OF_" + key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(java.util.Locale.ROOT);
	}

}
