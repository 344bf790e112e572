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
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.watchfloor.action.ActionCall;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.ShellText;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Statement.Connector;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Understanding.ByHand;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.command.Word;

/**
 * Reads one command line that may leave things open. A line is understood when the
 * connectors understand it with samples in the open places, and the samples turn up as
 * they were written.
 */
public final class LineReader {

	private static final String SHELL = "";

	private static final Recent<ShellText> SPLIT = new Recent<>(
			(text) -> ShellText.read(PlaceholderScanner.mask(text).text()));

	/** Lines are few and come again with every reload. */
	private static final int MOST_KNOWN = 20_000;

	/** Names of variables that carry a target's address: their value is the catalog's. */
	private static final Pattern TARGETS = Pattern
		.compile("(?i).*(URL|URI|DSN|CONN(ECTION)?(_?STR(ING)?)?)|(DB|DATABASE|PG|REDIS|POSTGRES)_?HOST(NAME)?|PGHOST");

	private final Function<Pipeline, Understanding<ActionCall>> connectors;

	private final BiFunction<String, String, Understanding<ActionCall>> languages;

	private final Clock clock;

	private final Map<Line, Understanding<ReadLine>> known = new ConcurrentHashMap<>();

	/**
	 * Creates a reader.
	 * @param connectors understand pipelines without anything open
	 * @param languages understand a text in a language of its own: the language, the text
	 * @param clock for dates that a line works out
	 */
	public LineReader(Function<Pipeline, Understanding<ActionCall>> connectors,
			BiFunction<String, String, Understanding<ActionCall>> languages, Clock clock) {
		this.connectors = connectors;
		this.languages = languages;
		this.clock = clock;
	}

	/**
	 * Reads a line.
	 * @param commandLine one command as written
	 * @param constants the variables set before
	 */
	public Understanding<ReadLine> read(String commandLine, Map<String, String> constants) {
		return read(new Line(SHELL, commandLine, constants));
	}

	/**
	 * Reads a query or statement of a language of its own.
	 * @param language in lower case, as code fences name it
	 */
	public Understanding<ReadLine> readBlock(String language, String text) {
		return read(new Line(language, text, Map.of()));
	}

	private Understanding<ReadLine> read(Line line) {
		if (this.known.size() > MOST_KNOWN) {
			this.known.clear();
		}
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
		return switch (pipeline(line, masked)) {
			case NotUnderstood<Pipeline>(String reason) -> new NotUnderstood<>(masked.written(reason));
			case ByHand<Pipeline>(var work) -> new ByHand<>(work);
			case Understood<Pipeline>(Pipeline pipeline) -> {
				Understanding<ReadLine> read = new NotUnderstood<>("");
				for (Template template : templates(pipeline, masked, line.constants())) {
					Understanding<ReadLine> next = new SampledReading(reader(line), template).read();
					if (next instanceof Understood<ReadLine>) {
						yield next;
					}
					read = better(read, next);
				}
				yield read;
			}
		};
	}

	/** By hand is more than not understood; the first reason counts. */
	private static Understanding<ReadLine> better(Understanding<ReadLine> before, Understanding<ReadLine> next) {
		boolean nothing = before instanceof NotUnderstood<ReadLine>(String reason) && reason.isEmpty();
		boolean more = before instanceof NotUnderstood<ReadLine> && next instanceof ByHand<ReadLine>;
		return (nothing || more) ? next : before;
	}

	/**
	 * First with every variable left to the connectors, to whom some name a target; then
	 * with those as holes that are no target's name; then with all of them as holes; last
	 * without those that only the environment of the command gets, such as a password.
	 */
	private static List<Template> templates(Pipeline pipeline, Masked masked, Map<String, String> constants) {
		Set<String> variables = Template.variables(pipeline);
		variables.removeIf((name) -> Constants.plain(constants.getOrDefault(name, "")));
		Set<String> values = new LinkedHashSet<>(variables);
		values.removeIf((name) -> TARGETS.matcher(name).matches());
		Set<String> words = Template.variables(new Pipeline(pipeline.stages()
			.stream()
			.map((stage) -> new SimpleCommand(List.of(), stage.words(), stage.redirections()))
			.toList()));
		words.retainAll(values);
		Set<Set<String>> open = new LinkedHashSet<>(List.of(Set.of(), values, variables));
		open.add(words);
		return open.stream().map((names) -> Template.of(pipeline, masked, constants, names)).toList();
	}

	private Function<Pipeline, Understanding<ActionCall>> reader(Line line) {
		return line.shell() ? this.connectors : (pipeline) -> this.languages.apply(line.language(),
				pipeline.stages().getFirst().words().getFirst().literal().orElse(""));
	}

	/** A query is one word. */
	private static Understanding<Pipeline> pipeline(Line line, Masked masked) {
		if (!line.shell()) {
			Word word = new Word(List.of(new Word.Literal(masked.text())), masked.text());
			return new Understood<>(new Pipeline(List.of(new SimpleCommand(List.of(), List.of(word), List.of()))));
		}
		List<Statement> statements = ShellText.read(masked.text()).statements();
		if (statements.size() != 1) {
			return new NotUnderstood<>("Several commands in one line.");
		}
		return (statements.getFirst().connector() == Connector.BACKGROUND)
				? new NotUnderstood<>("It runs in the background.") : statements.getFirst().content();
	}

	/**
	 * Splits a text in which placeholders look like words, every character in its place.
	 */
	public static ShellText split(String text) {
		return SPLIT.of(text);
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
		return bind(SHELL, commandLine, constants, values);
	}

	/**
	 * As {@link #bind(String, Map, Map)}, for any language; {@code ""} is the shell's.
	 */
	public Understanding<ActionCall> bind(String language, String text, Map<String, String> constants,
			Map<String, String> values) {
		Line line = new Line(language, text, constants);
		Masked masked = PlaceholderScanner.mask(text);
		if (read(line) instanceof Understood<ReadLine>
				&& pipeline(line, masked) instanceof Understood<Pipeline>(Pipeline pipeline)) {
			for (Template template : templates(pipeline, masked, constants)) {
				SampledReading reading = new SampledReading(reader(line), template);
				if (reading.read() instanceof Understood<ReadLine>) {
					return new Binding(reader(line), reading, this.clock).bind(new LinkedHashMap<>(values));
				}
			}
		}
		return new NotUnderstood<>("The line is not understood: " + text);
	}

	private record Line(String language, String text, Map<String, String> constants) {

		boolean shell() {
			return this.language.equals(SHELL);
		}

		Line {
			constants = Map.copyOf(new TreeMap<>(constants));
		}

	}

}
