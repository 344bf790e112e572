package io.watchfloor.action.compose;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Shows everything that an engine knows about some things, values of variables that look
 * like secrets excepted.
 *
 * @param kind of what kind they are
 * @param names at least one
 * @param format plain fields only; empty for everything as JSON
 */
public record Inspection(Kind kind, List<String> names, String format) implements Action {

	/** What is looked at. */
	public enum Kind {

		/** Whatever has the name: a container, an image, a network, a volume. */
		ANY("inspect", List.of("/containers/%s/json", "/images/%s/json", "/networks/%s", "/volumes/%s")),
		/** A container. */
		CONTAINER("container inspect", List.of("/containers/%s/json")),
		/** An image. */
		IMAGE("image inspect", List.of("/images/%s/json")),
		/** A volume. */
		VOLUME("volume inspect", List.of("/volumes/%s")),
		/** A network. */
		NETWORK("network inspect", List.of("/networks/%s"));

		private final String verb;

		@SuppressWarnings("ImmutableEnumChecker") // List.of is
		private final List<String> paths;

		Kind(String verb, List<String> paths) {
			this.verb = verb;
			this.paths = paths;
		}

		List<String> paths() {
			return this.paths;
		}

	}

	public Inspection {
		names = List.copyOf(names);
		if (names.isEmpty()) {
			throw new IllegalArgumentException("docker inspect: a name is missing");
		}
		names.forEach(DockerNames::demandImage);
		GoFormat.of(format);
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Details of " + String.join(", ", this.names);
	}

	@Override
	public String commandLine() {
		return "docker " + this.kind.verb + (this.format.isEmpty() ? "" : " --format " + Shell.quote(this.format)) + " "
				+ String.join(" ", this.names);
	}

}
