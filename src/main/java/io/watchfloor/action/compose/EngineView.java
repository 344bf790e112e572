package io.watchfloor.action.compose;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.Shell;
import io.watchfloor.kernel.Risk;

/**
 * One of an engine's own views.
 *
 * @param view which
 * @param names of containers, or of one image for its history
 * @param options the flags that only choose what is shown
 * @param format plain fields, for {@code stats}, {@code version} and {@code info}; empty
 * for the usual text
 */
public record EngineView(View view, List<String> names, List<String> options, String format) implements Action {

	/** What is shown. */
	public enum View {

		/** Use of CPU, memory, network; one look. */
		STATS("stats"),
		/** The processes in a container. */
		TOP("top"),
		/** Which ports of a container are reached where. */
		PORT("port"),
		/** What a container changed in its file system. */
		DIFF("diff"),
		/** Of what an image is made. */
		HISTORY("history"),
		/** The engine's version. */
		VERSION("version"),
		/** The engine's state and settings. */
		INFO("info"),
		/** What takes room on the disk. */
		DISK_USE("system df");

		private final String verb;

		View(String verb) {
			this.verb = verb;
		}

	}

	private static final Set<View> OF_ONE = Set.of(View.TOP, View.PORT, View.DIFF, View.HISTORY);

	public EngineView {
		options = options.stream().sorted().distinct().toList();
		names = List.copyOf(names);
		Set<String> known = switch (view) {
			case STATS -> Set.of("--all", "--no-stream", "--no-trunc");
			case DISK_USE -> Set.of("--verbose");
			case HISTORY -> Set.of("--no-trunc");
			case TOP, PORT, DIFF, VERSION, INFO -> Set.of();
		};
		boolean many = OF_ONE.contains(view) ? names.size() == 1 : view == View.STATS || names.isEmpty();
		if (!known.containsAll(options) || !many) {
			throw new IllegalArgumentException("docker " + view.verb + " does not take that");
		}
		names.forEach((view == View.HISTORY) ? DockerNames::demandImage : DockerNames::demandName);
		if (!format.isEmpty()) {
			demandFormat(view, format);
		}
	}

	private static void demandFormat(View view, String format) {
		GoFormat parsed = GoFormat.of(format);
		if (view == View.STATS) {
			parsed.demandFields(StatsRows.FIELDS);
		}
		else if (view != View.VERSION && view != View.INFO) {
			throw new IllegalArgumentException("docker " + view.verb + " takes no --format that is understood");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "docker " + this.view.verb + (this.names.isEmpty() ? "" : " " + String.join(", ", this.names));
	}

	@Override
	public String commandLine() {
		return Stream
			.of(Stream.of("docker " + this.view.verb), this.options.stream(),
					Stream.of(this.format)
						.filter((text) -> !text.isEmpty())
						.map((text) -> "--format " + Shell.quote(text)),
					this.names.stream())
			.flatMap((part) -> part)
			.collect(Collectors.joining(" "));
	}

}
