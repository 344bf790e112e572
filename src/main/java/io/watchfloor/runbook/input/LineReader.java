package io.watchfloor.runbook.input;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.watchfloor.action.ActionCall;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.ShellText;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Statement.Connector;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.command.Word;

/**
 * Reads one command line that may leave things open. A line is understood when the
 * connectors understand it with samples in the open places, and the samples turn up as
 * they were written.
 */
public final class LineReader {

	/** Lines are few and come again with every reload. */
	private static final int MOST_KNOWN = 20_000;

	/** Names of variables that carry a target's address: their value is the catalog's. */
	private static final Pattern TARGETS = Pattern
		.compile("(?i).*(URL|URI|DSN|CONN(ECTION)?(_?STR(ING)?)?)|(DB|DATABASE|PG|REDIS|POSTGRES)_?HOST(NAME)?|PGHOST");

	private final Function<Pipeline, Understanding<ActionCall>> connectors;

	private final Clock clock;

	private final Map<Line, Understanding<ReadLine>> known = new ConcurrentHashMap<>();

	/**
	 * Creates a reader.
	 * @param connectors understand pipelines without anything open
	 * @param clock for dates that a line works out
	 */
	public LineReader(Function<Pipeline, Understanding<ActionCall>> connectors, Clock clock) {
		this.connectors = connectors;
		this.clock = clock;
	}

	/**
	 * Reads a line.
	 * @param commandLine one command as written
	 * @param constants the variables set before
	 */
	public Understanding<ReadLine> read(String commandLine, Map<String, String> constants) {
		if (this.known.size() > MOST_KNOWN) {
			this.known.clear();
		}
		Line line = new Line(commandLine, constants);
		Understanding<ReadLine> before = this.known.get(line);
		if (before != null) {
			return before;
		}
		Understanding<ReadLine> read = readNow(line);
		this.known.put(line, read);
		return read;
	}

	private Understanding<ReadLine> readNow(Line line) {
		Masked masked = PlaceholderScanner.mask(line.text());
		return switch (pipeline(masked)) {
			case NotUnderstood<Pipeline>(String reason) -> new NotUnderstood<>(masked.written(reason));
			case Understood<Pipeline>(Pipeline pipeline) -> {
				Understanding<ReadLine> read = new NotUnderstood<>("");
				for (Template template : templates(pipeline, masked, line.constants())) {
					Understanding<ReadLine> next = new SampledReading(this.connectors, template).read();
					if (next instanceof Understood<ReadLine>) {
						yield next;
					}
					read = (read instanceof NotUnderstood<ReadLine>(String reason) && reason.isEmpty()) ? next : read;
				}
				yield read;
			}
		};
	}

	/**
	 * First with every variable left to the connectors, to whom some name a target; then
	 * with those as holes that are no target's name; then with all of them as holes.
	 */
	private static List<Template> templates(Pipeline pipeline, Masked masked, Map<String, String> constants) {
		Set<String> variables = Template.variables(pipeline);
		variables.removeIf((name) -> Constants.plain(constants.getOrDefault(name, "")));
		Set<String> values = new LinkedHashSet<>(variables);
		values.removeIf((name) -> TARGETS.matcher(name).matches());
		Set<Set<String>> open = new LinkedHashSet<>(List.of(Set.of(), values, variables));
		return open.stream().map((names) -> Template.of(pipeline, masked, constants, names)).toList();
	}

	static Understanding<Pipeline> pipeline(Masked masked) {
		List<Statement> statements = ShellText.split(masked.text());
		if (statements.size() != 1) {
			return new NotUnderstood<>("Several commands in one line.");
		}
		return (statements.getFirst().connector() == Connector.BACKGROUND)
				? new NotUnderstood<>("It runs in the background.") : statements.getFirst().content();
	}

	/** A text in which placeholders look like words, character for character as long. */
	public static String splittable(String text) {
		return PlaceholderScanner.mask(text).text();
	}

	/**
	 * The value that a document gives to a variable, where it stands for itself.
	 * @param line the whole line, as written
	 */
	public Optional<String> constant(Word value, String line) {
		if (value.literal().isEmpty() || !PlaceholderScanner.mask(line).placeholders().isEmpty()) {
			return Optional.empty();
		}
		return value.literal().filter((text) -> !text.isEmpty());
	}

	/**
	 * Reads a line with values in its open places.
	 * @param values by the inputs' names; what is missing has its default
	 */
	public Understanding<ActionCall> bind(String commandLine, Map<String, String> constants,
			Map<String, String> values) {
		if (!(read(commandLine, constants) instanceof Understood<ReadLine>)) {
			return new NotUnderstood<>("The line is not understood: " + commandLine);
		}
		Masked masked = PlaceholderScanner.mask(commandLine);
		if (pipeline(masked) instanceof Understood<Pipeline>(Pipeline pipeline)) {
			for (Template template : templates(pipeline, masked, constants)) {
				SampledReading reading = new SampledReading(this.connectors, template);
				if (reading.read() instanceof Understood<ReadLine>) {
					return new Binding(this.connectors, reading, this.clock).bind(new LinkedHashMap<>(values));
				}
			}
		}
		return new NotUnderstood<>("The line is not understood: " + commandLine);
	}

	private record Line(String text, Map<String, String> constants) {

		Line {
			constants = Map.copyOf(new TreeMap<>(constants));
		}

	}

}
