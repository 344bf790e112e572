package io.watchfloor.action.compose;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * Removes what is not in use.
 *
 * @param what of which kind
 * @param all also images that have a name
 * @param volumes with {@code SYSTEM} also volumes
 * @param filters {@code until=24h}, {@code label=…}
 */
public record Prune(What what, boolean all, boolean volumes, List<String> filters) implements Action {

	private static final Pattern FILTER = Pattern.compile("(until|label|label!)=[^\\p{Cntrl}]{1,200}");

	/** What is removed. */
	public enum What {

		/** Stopped containers, networks, images and the build cache. */
		SYSTEM("system prune"),
		/** Stopped containers. */
		CONTAINERS("container prune"),
		/** Images. */
		IMAGES("image prune"),
		/** Volumes. */
		VOLUMES("volume prune"),
		/** Networks. */
		NETWORKS("network prune"),
		/** The build cache. */
		CACHE("builder prune");

		private final String verb;

		What(String verb) {
			this.verb = verb;
		}

	}

	public Prune {
		filters = List.copyOf(filters);
		filters.stream().filter((filter) -> !FILTER.matcher(filter).matches()).findFirst().ifPresent((filter) -> {
			throw new IllegalArgumentException("'" + filter + "' is no filter that is understood");
		});
		if ((volumes && what != What.SYSTEM)
				|| (all && !Set.of(What.SYSTEM, What.IMAGES, What.VOLUMES, What.CACHE).contains(what))) {
			throw new IllegalArgumentException("docker " + what.verb + " does not take that");
		}
	}

	boolean takesVolumes() {
		return this.volumes || this.what == What.VOLUMES;
	}

	@Override
	public Risk risk() {
		return Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return switch (this.what) {
			case SYSTEM -> "Remove everything that is not in use" + (this.volumes ? ", volumes too" : "");
			case CONTAINERS -> "Remove stopped containers";
			case IMAGES -> this.all ? "Remove all images that no container uses" : "Remove images without a name";
			case VOLUMES -> "Remove volumes that no container uses";
			case NETWORKS -> "Remove networks that no container uses";
			case CACHE -> "Remove the build cache";
		};
	}

	@Override
	public String commandLine() {
		return Stream
			.of(Stream.of("docker " + this.what.verb + (this.all ? " --all" : "")),
					Stream.of("--volumes").filter((_) -> this.volumes), Stream.of("--force"),
					this.filters.stream().map((filter) -> "--filter " + Shell.quote(filter)))
			.flatMap((part) -> part)
			.collect(Collectors.joining(" "));
	}

}
