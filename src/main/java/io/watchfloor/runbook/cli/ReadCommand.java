package io.watchfloor.runbook.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.watchfloor.action.Actions;
import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.kernel.Problem;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.document.DocumentText;
import io.watchfloor.runbook.finding.Linter;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.reading.RunbookReader;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * {@code ./watchfloor read FILE|FOLDER… [--json|--sarif|--coverage]}. Exits with 0 when
 * nothing serious is wrong, 1 when a finding is an error or a danger, 2 when a file
 * cannot be read.
 */
public final class ReadCommand {

	private static final String USAGE = "usage: ./watchfloor read FILE|FOLDER… [--json|--sarif|--coverage]";

	private final List<ReadFile> files = new ArrayList<>();

	private final List<String> troubles = new ArrayList<>();

	private ReadCommand() {
	}

	/** Reads, prints, and ends the process. */
	public static void main(String[] arguments) {
		PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
		int status = run(List.of(arguments), out, System.err);
		out.flush();
		System.exit(status);
	}

	/** Reads, prints, and returns the exit status. */
	static int run(List<String> arguments, PrintStream out, PrintStream err) {
		List<String> flags = arguments.stream().filter((argument) -> argument.startsWith("--")).toList();
		List<Path> places = arguments.stream().filter((argument) -> !argument.startsWith("--")).map(Path::of).toList();
		if (places.isEmpty() || flags.size() > 1 || !List.of("--json", "--sarif", "--coverage").containsAll(flags)) {
			err.println(USAGE);
			return 2;
		}
		try (AnnotationConfigApplicationContext context = ReadingContext.start()) {
			ReadCommand command = new ReadCommand();
			Actions actions = context.getBean(Actions.class);
			LineReader lines = new LineReader(actions::understand, actions::understand,
					context.getBean(java.time.Clock.class));
			RunbookReader reader = new RunbookReader(lines, actions::findings);
			places.forEach((place) -> command.read(place, reader));
			command.print(flags.isEmpty() ? "" : flags.getFirst(), actions, out);
			command.troubles.forEach(err::println);
			return command.status();
		}
	}

	private void read(Path place, RunbookReader reader) {
		if (!Files.exists(place)) {
			this.troubles.add(place + ": there is no such file.");
			return;
		}
		try (Stream<Path> found = Files.walk(place)) {
			List<Path> markdown = found.filter(Files::isRegularFile)
				.filter((file) -> file.equals(place) || file.toString().matches("(?i).*\\.(md|markdown|mdx)"))
				.sorted()
				.toList();
			if (markdown.isEmpty()) {
				this.troubles.add(place + ": there is no Markdown file in it.");
			}
			markdown.forEach((file) -> readFile(file, reader));
		}
		catch (IOException | java.io.UncheckedIOException trouble) {
			this.troubles.add(place + ": it cannot be read (" + trouble.getMessage() + ").");
		}
	}

	private void readFile(Path file, RunbookReader reader) {
		try {
			if (Files.size(file) > DocumentText.LARGEST) {
				throw new Problem(Problem.Category.NOT_UNDERSTOOD,
						"it is larger than " + DocumentText.LARGEST / 1_000_000 + " MB. Split it into several files.");
			}
			RunbookId id = new RunbookId(new io.watchfloor.catalog.SystemId("files"),
					String.valueOf(file.getFileName()));
			Runbook book = reader.read(id, DocumentText.decode(Files.readAllBytes(file)));
			this.files.add(new ReadFile(file, book, SuppressedFindings.of(book, reader)));
		}
		catch (IOException | Problem trouble) {
			this.troubles.add(file + ": " + trouble.getMessage());
		}
	}

	private void print(String format, Actions actions, PrintStream out) {
		switch (format) {
			case "--json" -> out.println(new JsonReport().write(this.files, this.troubles));
			case "--coverage" -> out.println(new CoverageTable(this.files).text());
			case "--sarif" -> out.println(new SarifReport(allRules(actions)).write(this.files, this.troubles));
			case String text -> new TextReport(out).write(this.files);
		}
	}

	/** Each rule once, the connectors' first. */
	private static List<Rule> allRules(Actions actions) {
		Map<String, Rule> rules = new LinkedHashMap<>();
		Stream.concat(actions.rules().stream(), Linter.rules().stream())
			.forEach((rule) -> rules.putIfAbsent(rule.id(), rule));
		return List.copyOf(rules.values());
	}

	private int status() {
		boolean serious = this.files.stream()
			.flatMap((file) -> file.book().findings().stream())
			.anyMatch((finding) -> finding.rule().severity() == Severity.ERROR
					|| finding.rule().severity() == Severity.DANGER);
		return !this.troubles.isEmpty() ? 2 : (serious ? 1 : 0);
	}

}
