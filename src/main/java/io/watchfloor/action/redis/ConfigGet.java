package io.watchfloor.action.redis;

import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Reads settings of the server; those that hold secrets show only whether they are set.
 *
 * @param parameter a name, or a pattern as CONFIG GET takes it
 */
public record ConfigGet(String parameter) implements Action {

	private static final Pattern NAME = Pattern.compile("[a-z0-9*?-]{1,80}");

	public ConfigGet {
		if (!NAME.matcher(parameter).matches()) {
			throw new IllegalArgumentException("'" + parameter + "' is no name of a setting");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Read the setting " + this.parameter;
	}

	@Override
	public String commandLine() {
		return "redis-cli CONFIG GET " + Shell.quote(this.parameter);
	}

}
