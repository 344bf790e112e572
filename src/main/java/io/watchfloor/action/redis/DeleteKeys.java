package io.watchfloor.action.redis;

import java.util.List;
import java.util.stream.Collectors;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Deletes keys by name. The names are exact, so this is not destructive as a pattern is,
 * yet nothing brings them back: somebody may notice until a cache refills, hence
 * disruptive.
 *
 * @param keys each once; at least one, at most a thousand
 */
public record DeleteKeys(List<KeyText> keys) implements Action {

	private static final int MOST = 1_000;

	public DeleteKeys {
		keys = keys.stream().distinct().toList();
		if (keys.isEmpty() || keys.size() > MOST) {
			throw new IllegalArgumentException("name between one and " + MOST + " keys");
		}
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return (this.keys.size() == 1) ? "Delete the key " + this.keys.getFirst()
				: "Delete " + this.keys.size() + " keys";
	}

	@Override
	public String commandLine() {
		return "redis-cli UNLINK " + this.keys.stream().map(KeyText::shell).collect(Collectors.joining(" "));
	}

}
