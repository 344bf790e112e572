package io.watchfloor.action.compose;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Removes containers, images, volumes or networks by name.
 *
 * @param kind of what kind they are
 * @param names at least one
 * @param force whether running containers and images in use go too
 * @param volumes whether a container's nameless volumes go with it
 */
public record Removal(Kind kind, List<String> names, boolean force, boolean volumes) implements Action {

	/** What is removed. */
	public enum Kind {

		/** Containers, and what they wrote outside volumes. */
		CONTAINERS("rm", "/containers/"),
		/** Images. */
		IMAGES("rmi", "/images/"),
		/** Volumes, and all that is in them. */
		VOLUMES("volume rm", "/volumes/"),
		/** Networks. */
		NETWORKS("network rm", "/networks/");

		private final String verb;

		private final String path;

		Kind(String verb, String path) {
			this.verb = verb;
			this.path = path;
		}

		String path() {
			return this.path;
		}

	}

	public Removal {
		names = List.copyOf(names);
		if (names.isEmpty()) {
			throw new IllegalArgumentException("docker " + kind.verb + ": a name is missing");
		}
		names.forEach((kind == Kind.IMAGES) ? DockerNames::demandImage : DockerNames::demandName);
		if ((volumes && kind != Kind.CONTAINERS) || (force && kind == Kind.NETWORKS)) {
			throw new IllegalArgumentException("docker " + kind.verb + " does not take that");
		}
	}

	@Override
	public Risk risk() {
		return (this.kind == Kind.NETWORKS) ? Risk.DISRUPTIVE : Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return "Remove the " + this.kind.path.substring(1, this.kind.path.length() - 1) + " "
				+ String.join(", ", this.names);
	}

	@Override
	public String commandLine() {
		return "docker " + this.kind.verb + (this.force ? " --force" : "") + (this.volumes ? " --volumes" : "") + " "
				+ String.join(" ", this.names);
	}

}
