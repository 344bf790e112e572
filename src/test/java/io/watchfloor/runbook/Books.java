package io.watchfloor.runbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.TargetHint;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Understanding;
import io.watchfloor.kernel.Risk;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.reading.RunbookReader;

/** Runbooks to read in tests, and a stand-in for the connectors. */
public final class Books {

	private static final List<String> TOOLS = List.of("redis-cli", "psql", "curl");

	private Books() {
	}

	/**
	 * A reader that understands every pipeline of one stage that starts with a known
	 * tool.
	 */
	public static RunbookReader reader() {
		return reader(Books::understand);
	}

	/** A reader with other connectors. */
	public static RunbookReader reader(Function<Pipeline, Understanding<ActionCall>> understand) {
		LineReader lines = new LineReader(understand,
				(language, text) -> new Understanding.NotUnderstood<>("No connector reads " + language + "."),
				Clock.systemUTC());
		return new RunbookReader(lines, (line) -> List.of());
	}

	/** Reads a text as if it stood in a file. */
	public static Runbook read(String text) {
		return reader().read(id("book.md"), text);
	}

	/** Names a file of a system. */
	public static RunbookId id(String file) {
		return new RunbookId(new SystemId("shop"), file);
	}

	/**
	 * A folder of the material that other people wrote; absent where only the code is.
	 */
	public static Optional<Path> shared(String folder) {
		String configured = java.lang.System.getProperty("watchfloor.shared", "");
		Stream<Path> places = Stream.iterate(Path.of("").toAbsolutePath(), java.util.Objects::nonNull, Path::getParent)
			.map((parent) -> parent.resolve("shared"));
		return Stream.concat(configured.isEmpty() ? Stream.empty() : Stream.of(Path.of(configured)), places)
			.map((shared) -> shared.resolve(folder))
			.filter(Files::isDirectory)
			.findFirst();
	}

	/** The Markdown files of a folder, by name. */
	public static List<Path> markdown(Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".md")).sorted().toList();
		}
		catch (IOException trouble) {
			throw new IllegalStateException(trouble);
		}
	}

	/** Stands for the connectors. */
	public static Understanding<ActionCall> understand(Pipeline pipeline) {
		String tool = pipeline.stages().getFirst().tool().orElse("");
		return (TOOLS.contains(tool) && pipeline.stages().size() == 1)
				? new Understanding.Understood<>(new ActionCall(new Asked(tool), new TargetHint.Unnamed()))
				: new Understanding.NotUnderstood<>("No connector reads '" + tool + "'.");
	}

	/** An action that only says which tool was asked. */
	public record Asked(String commandLine) implements Action {

		@Override
		public Risk risk() {
			return Risk.READ;
		}

		@Override
		public String title() {
			return "Ask " + this.commandLine;
		}

	}

}
