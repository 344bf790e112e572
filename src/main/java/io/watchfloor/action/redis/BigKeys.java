package io.watchfloor.action.redis;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Looks for the keys that take the most memory; gives up after ten seconds.
 *
 * @param by what counts as big
 */
public record BigKeys(By by) implements Action {

	/** What counts. */
	public enum By {

		/** How many elements, per type, as {@code --bigkeys} has it. */
		ELEMENTS,
		/** How much memory, as {@code --memkeys} has it. */
		MEMORY

	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Look for the biggest keys by " + ((this.by == By.MEMORY) ? "memory" : "elements");
	}

	@Override
	public String commandLine() {
		return (this.by == By.MEMORY) ? "redis-cli --memkeys" : "redis-cli --bigkeys";
	}

}
