package io.watchfloor.action.compose;

import java.util.Locale;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Makes a volume or network, or puts a container into a network or takes it out.
 *
 * @param verb what is done
 * @param name of the volume or network
 * @param container which is put in or taken out; else empty
 */
public record NetworkChange(Verb verb, String name, String container) implements Action {

	/** What is done. */
	public enum Verb {

		/** A new, empty volume. */
		CREATE_VOLUME("volume create"),
		/** A new network. */
		CREATE_NETWORK("network create"),
		/** The container can be reached there. */
		CONNECT("network connect"),
		/** The container can no longer be reached there. */
		DISCONNECT("network disconnect");

		private final String words;

		Verb(String words) {
			this.words = words;
		}

		boolean ofContainer() {
			return this == CONNECT || this == DISCONNECT;
		}

	}

	public NetworkChange {
		DockerNames.demandName(name);
		if (verb.ofContainer()) {
			DockerNames.demandName(container);
		}
		else if (!container.isEmpty()) {
			throw new IllegalArgumentException("docker " + verb.words + " takes one name");
		}
	}

	@Override
	public Risk risk() {
		return (this.verb == Verb.DISCONNECT) ? Risk.DISRUPTIVE : Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		String what = this.verb.words.substring(0, 1).toUpperCase(Locale.ROOT) + this.verb.words.substring(1);
		return what + " " + this.name + (this.container.isEmpty() ? "" : ", " + this.container);
	}

	@Override
	public String commandLine() {
		return "docker " + this.verb.words + " " + this.name + (this.container.isEmpty() ? "" : " " + this.container);
	}

}
