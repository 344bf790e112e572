package io.watchfloor.action.compose;

import java.util.List;
import java.util.Locale;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Starts, stops or restarts containers.
 *
 * @param verb what is done
 * @param containers to which, at least one
 * @param seconds how long a container may take to stop, -1 for its own
 */
public record ContainerChange(Verb verb, List<String> containers, int seconds) implements Action {

	/** What is done. */
	public enum Verb {

		/** It runs afterwards. */
		START,
		/** It does not run afterwards. */
		STOP,
		/** It runs afterwards, anew. */
		RESTART,
		/** It is ended at once, without a chance to finish. */
		KILL,
		/** It stands still and keeps its memory. */
		PAUSE,
		/** It goes on. */
		UNPAUSE;

		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	public ContainerChange {
		containers = List.copyOf(containers);
		DockerNames.demandSome(containers);
		boolean stops = verb == Verb.STOP || verb == Verb.RESTART;
		if (seconds < -1 || seconds > 600 || (seconds >= 0 && !stops)) {
			throw new IllegalArgumentException("only stop and restart take a time, up to 600 seconds");
		}
	}

	@Override
	public Risk risk() {
		return switch (this.verb) {
			case START, UNPAUSE -> Risk.REVERSIBLE;
			case STOP, RESTART, KILL, PAUSE -> Risk.DISRUPTIVE;
		};
	}

	@Override
	public String title() {
		String word = this.verb.word();
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " "
				+ String.join(", ", this.containers);
	}

	@Override
	public String commandLine() {
		return "docker " + this.verb.word() + ((this.seconds >= 0) ? " --time " + this.seconds : "") + " "
				+ String.join(" ", this.containers);
	}

}
