package io.watchfloor.action.redis;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Counts and samples the keys that match a pattern; gives up after ten seconds.
 *
 * @param pattern as SCAN MATCH takes it
 */
public record ScanKeys(KeyText pattern) implements Action {

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Count keys matching " + this.pattern;
	}

	@Override
	public String commandLine() {
		return "redis-cli --scan --pattern " + this.pattern.shell();
	}

}
