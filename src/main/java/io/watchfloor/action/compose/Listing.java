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
 * Lists what an engine has.
 *
 * @param kind what is listed
 * @param reference only images of this name; empty for all
 * @param options of {@code --all}, {@code --quiet}, {@code --no-trunc}, in this order
 * @param filters as {@code --filter} takes them: {@code health=unhealthy}
 * @param format as {@code --format} takes it, with plain fields; empty for the usual
 * table
 */
public record Listing(Kind kind, String reference, List<String> options, List<String> filters,
		String format) implements Action {

	static final List<String> OPTIONS = List.of("--all", "--quiet", "--no-trunc");

	private static final Pattern FILTER = Pattern.compile("[a-z-]{2,20}=[^\\p{Cntrl}]{0,200}");

	/** What an engine has. */
	public enum Kind {

		/** {@code docker ps}. */
		CONTAINERS("ps"),
		/** {@code docker images}. */
		IMAGES("images"),
		/** {@code docker volume ls}. */
		VOLUMES("volume ls"),
		/** {@code docker network ls}. */
		NETWORKS("network ls");

		private final String verb;

		Kind(String verb) {
			this.verb = verb;
		}

		String verb() {
			return this.verb;
		}

	}

	public Listing {
		if (!OPTIONS.containsAll(options)) {
			throw new IllegalArgumentException("docker " + kind.verb() + " does not take all of " + options);
		}
		options = OPTIONS.stream().filter(options::contains).toList();
		filters = List.copyOf(filters);
		Set<Kind> withAll = Set.of(Kind.CONTAINERS, Kind.IMAGES);
		if (!reference.isEmpty()) {
			DockerNames.demandImage(reference);
		}
		if ((!reference.isEmpty() && kind != Kind.IMAGES) || (options.contains("--all") && !withAll.contains(kind))) {
			throw new IllegalArgumentException("docker " + kind.verb() + " does not take that");
		}
		filters.stream().filter((filter) -> !FILTER.matcher(filter).matches()).findFirst().ifPresent((filter) -> {
			throw new IllegalArgumentException("'" + filter + "' is no filter");
		});
		if (!format.isEmpty()) {
			GoFormat.of(format).demandFields(ListingRows.fields(kind));
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "List " + switch (this.kind) {
			case CONTAINERS -> this.options.contains("--all") ? "all containers" : "running containers";
			case IMAGES -> "images" + (this.reference.isEmpty() ? "" : " of " + this.reference);
			case VOLUMES -> "volumes";
			case NETWORKS -> "networks";
		};
	}

	@Override
	public String commandLine() {
		return Stream.of(Stream.of("docker " + this.kind.verb()), this.options.stream(),
				this.filters.stream().map((filter) -> "--filter " + Shell.quote(filter)),
				Stream.of(this.format).filter((text) -> !text.isEmpty()).map((text) -> "--format " + Shell.quote(text)),
				Stream.of(this.reference).filter((text) -> !text.isEmpty()))
			.flatMap((part) -> part)
			.collect(Collectors.joining(" "));
	}

}
