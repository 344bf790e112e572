package io.watchfloor.action.host.script;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Runs a script that the target registers.
 *
 * @param script by the name of its registration
 * @param values of its arguments, by their names
 * @param risk what it can do at worst; the plan refuses less than the registration says
 */
public record ScriptRun(String script, Map<String, String> values, Risk risk) implements Action {

	static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

	private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}-][^\\p{Cntrl}]{0,200}");

	public ScriptRun {
		values = Map.copyOf(values);
		if (!NAME.matcher(script).matches()) {
			throw new IllegalArgumentException(
					"'" + script + "' is no name of a script: small letters, digits and dashes");
		}
		if (risk == Risk.READ) {
			throw new IllegalArgumentException("a script is never taken for a read: nothing holds it to that");
		}
		values.forEach((name, value) -> {
			if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches()) {
				throw new IllegalArgumentException("'" + name + "' is no plain argument: one line, no dash in front");
			}
		});
	}

	@Override
	public String title() {
		return "Run the registered script " + this.script;
	}

	@Override
	public String commandLine() {
		String words = new TreeMap<>(this.values).entrySet()
			.stream()
			.map((each) -> " " + Shell.quote(each.getKey() + "=" + each.getValue()))
			.collect(Collectors.joining());
		return "run-script " + ((this.risk == Risk.DESTRUCTIVE) ? "" : "--risk=" + lower(this.risk) + " ") + this.script
				+ words;
	}

	private static String lower(Risk risk) {
		return risk.name().toLowerCase(java.util.Locale.ROOT);
	}

}
