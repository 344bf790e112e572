package io.watchfloor.action.host;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Starts, stops or restarts services of a host, or has them started with it.
 *
 * @param verb what is done
 * @param units which, by systemd's names
 */
public record UnitChange(Verb verb, List<String> units) implements Action {

	private static final Pattern UNIT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:_.\\\\@-]{0,200}");

	/** What is done. */
	public enum Verb {

		/** It runs afterwards. */
		START,
		/** It does not run afterwards. */
		STOP,
		/** It runs afterwards, anew. */
		RESTART,
		/** It reads its settings again and goes on. */
		RELOAD,
		/** It starts with the machine. */
		ENABLE,
		/** It does not start with the machine. */
		DISABLE;

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	public UnitChange {
		units = List.copyOf(units);
		if (units.isEmpty() || !units.stream().allMatch((unit) -> UNIT.matcher(unit).matches())) {
			throw new IllegalArgumentException(
					"systemctl " + verb.word() + " needs the names of services, not " + units);
		}
	}

	@Override
	public Risk risk() {
		return switch (this.verb) {
			case START, RELOAD, ENABLE, DISABLE -> Risk.REVERSIBLE;
			case STOP, RESTART -> Risk.DISRUPTIVE;
		};
	}

	@Override
	public String title() {
		String word = this.verb.word();
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " " + String.join(", ", this.units);
	}

	@Override
	public String commandLine() {
		return "systemctl " + this.verb.word() + " " + String.join(" ", this.units);
	}

}
