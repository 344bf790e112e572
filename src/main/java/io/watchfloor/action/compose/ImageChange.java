package io.watchfloor.action.compose;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Fetches an image, or gives one a further name.
 *
 * @param verb which of both
 * @param image fetched, or named
 * @param name the further name; empty when fetched
 */
public record ImageChange(Verb verb, String image, String name) implements Action {

	/** What is done. */
	public enum Verb {

		/** Fetched from its registry. No container changes by it. */
		PULL,
		/** Given a further name. */
		TAG

	}

	public ImageChange {
		DockerNames.demandImage(image);
		if ((verb == Verb.PULL) != name.isEmpty()) {
			throw new IllegalArgumentException("docker tag takes two names, docker pull one");
		}
		if (!name.isEmpty()) {
			DockerNames.demandImage(name);
			if (name.contains("@")) {
				throw new IllegalArgumentException("'" + name + "' is a digest; a tag is a name");
			}
		}
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return (this.verb == Verb.PULL) ? "Pull " + this.image : "Name " + this.image + " also " + this.name;
	}

	@Override
	public String commandLine() {
		return (this.verb == Verb.PULL) ? "docker pull " + this.image : "docker tag " + this.image + " " + this.name;
	}

}
