package io.watchfloor.runbook.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.watchfloor.command.ManualWork;
import io.watchfloor.command.ManualWork.Kind;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand.Assignment;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Statement.Connector;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Understanding.ByHand;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.command.Word;
import io.watchfloor.kernel.Risk;
import io.watchfloor.runbook.input.Constants;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.input.ReadLine;

/** Reads the statements of a block, with what was set before. */
final class ShellReader {

	/** What only a shell can carry out. */
	private static final Set<String> SCRIPTS = Set.of("It is a loop.", "It is a condition.", "It defines a function.",
			"It is a group of commands.", "It runs in a subshell.", "It sets an array.",
			"It is an arithmetic condition.");

	private final LineReader lines;

	/** What is set before, and by this block. */
	private final Map<String, String> variables;

	private final String text;

	ShellReader(LineReader lines, Map<String, String> variables, String text) {
		this.lines = lines;
		this.variables = variables;
		this.text = text;
	}

	/** As the document has it. */
	String written(Statement statement) {
		return this.text.substring(statement.start(), statement.end());
	}

	/** One statement, whatever it is joined to. */
	ShellLine read(Statement statement) {
		String line = written(statement);
		Map<String, String> constants = constants(line);
		Understanding<ReadLine> read = switch (statement.content()) {
			case NotUnderstood<Pipeline>(String reason) -> script(reason);
			case ByHand<Pipeline>(var work) -> new ByHand<>(work);
			case Understood<Pipeline> _ -> this.lines.read(line, constants);
		};
		boolean background = statement.connector() == Connector.BACKGROUND;
		return new ShellLine(background ? line + " &" : line, constants, background ? inBackground(read) : read);
	}

	/** What runs beside the next step can only be a person's. */
	private static Understanding<ReadLine> inBackground(Understanding<ReadLine> read) {
		return (read instanceof ByHand<ReadLine>) ? read : new NotUnderstood<>("It runs in the background.");
	}

	private static Understanding<ReadLine> script(String reason) {
		return SCRIPTS.contains(reason) ? new ByHand<>(new ManualWork("Run a piece of a script", Risk.DESTRUCTIVE,
				reason + " Read it, then run it where it belongs.", Kind.SCRIPT)) : new NotUnderstood<>(reason);
	}

	/** The same line for each value of a loop over a written list; empty for all else. */
	Optional<List<ShellLine>> unrolled(Statement statement) {
		return Unrolled.of(statement.source())
			.map((rounds) -> rounds.stream().map((round) -> read(round)).toList())
			.filter((read) -> read.stream().allMatch((line) -> line.read() instanceof Understood<ReadLine>));
	}

	private ShellLine read(Unrolled.Round round) {
		Map<String, String> constants = new TreeMap<>(constants(round.line()));
		constants.putAll(round.values());
		return new ShellLine(round.line(), constants, this.lines.read(round.line(), constants));
	}

	/** The variables that a line uses, of those that are set before. */
	private Map<String, String> constants(String line) {
		Map<String, String> used = new TreeMap<>();
		this.variables.forEach((name, value) -> {
			if (line.contains("$" + name) || line.contains("${" + name)) {
				used.put(name, value);
			}
		});
		return used;
	}

	/** What a line sets that does nothing else. */
	List<Assignment> settings(Statement statement) {
		return (statement.content() instanceof Understood<Pipeline>(var pipeline)) ? Constants.assignments(pipeline)
				: List.of();
	}

	/**
	 * Remembers what a line sets. What nobody can know is an open place of the lines that
	 * use it.
	 * @return whether that is all that the line does
	 */
	boolean remember(List<Assignment> settings, Statement statement) {
		String line = written(statement);
		settings.forEach((set) -> this.lines.constant(set.value(), line)
			.ifPresentOrElse((known) -> this.variables.put(set.name(), known),
					() -> this.variables.remove(set.name())));
		return settings.stream().allMatch((set) -> Constants.needsNoCommand(set.value()));
	}

	/** {@code POD=$(…)}: the command is read, and a person types what it found. */
	ShellLine found(List<Assignment> settings, Statement statement) {
		String line = written(statement);
		Optional<String> inner = (settings.size() == 1) ? Constants.command(settings.getFirst().value())
				: Optional.empty();
		Map<String, String> constants = constants(line);
		if (inner.isPresent()) {
			switch (this.lines.read(inner.get(), constants)) {
				case Understood<ReadLine>(var read) when read.call().action().risk() == Risk.READ -> {
					return new ShellLine(inner.get(), constants(inner.get()), new Understood<>(read));
				}
				case ByHand<ReadLine>(var work) -> {
					return new ShellLine(line, constants, new ByHand<>(remembered(settings.getFirst(), work)));
				}
				case Understood<ReadLine> _, NotUnderstood<ReadLine> _ -> {
					// said below
				}
			}
		}
		return new ShellLine(line, constants,
				new NotUnderstood<>("It sets a variable to what only a shell can work out."));
	}

	private static ManualWork remembered(Assignment set, ManualWork work) {
		return new ManualWork(work.does() + ", and remember it as " + set.name(), work.risk(), work.reason(),
				work.kind());
	}

	/** Whether a statement only prints a text, or does nothing at all. */
	static boolean prints(Statement statement) {
		return statement.content() instanceof Understood<Pipeline>(var pipeline) && pipeline.stages().size() == 1
				&& pipeline.stages().getFirst().redirections().isEmpty()
				&& pipeline.stages().getFirst().assignments().isEmpty()
				&& pipeline.stages()
					.getFirst()
					.tool()
					.filter(Set.of("echo", "printf", "true", ":", "exit")::contains)
					.isPresent()
				&& pipeline.stages().getFirst().arguments().stream().allMatch(ShellReader::plain);
	}

	private static boolean plain(Word word) {
		return word.parts().stream().noneMatch(Word.Expansion.class::isInstance);
	}

}
