package io.watchfloor.runbook.finding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.CommandLine;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand.Assignment;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Understanding.ByHand;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.document.Block;
import io.watchfloor.runbook.document.CodeKind;
import io.watchfloor.runbook.input.Constants;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.input.ReadLine;

/** Finds the commands of code blocks, those inside scripts and loops too. */
final class CommandFinder {

	private static final Pattern EXPRESSION = Pattern.compile("(?m)^\\s*expr:[ \\t]+([^|>\\s].{0,1000})$");

	private final LineReader reader;

	CommandFinder(LineReader reader) {
		this.reader = reader;
	}

	List<CodeLine> find(Block.Code code) {
		return switch (CodeKind.of(code)) {
			case SHELL, SESSION -> shell(code);
			case QUERY -> query(code);
			case DATA -> expressions(code);
			case TEXT -> List.of();
		};
	}

	private List<CodeLine> shell(Block.Code code) {
		String text = code.text();
		List<CodeLine> found = new ArrayList<>();
		statements(code, text.replaceAll("(?m)^(\\s*)\\$ ", "$1  "), 0, found, new HashMap<>());
		return found;
	}

	private void statements(Block.Code code, String text, int offset, List<CodeLine> found, Map<String, String> set) {
		for (Statement statement : LineReader.split(text).statements()) {
			String written = text.substring(statement.start(), statement.end());
			add(code, written, offset + statement.start(), statement.content(), found, set);
			boolean holdsLines = statement.content() instanceof NotUnderstood<Pipeline> || written.contains("<<");
			if (holdsLines && written.indexOf('\n') >= 0) {
				inside(code, written, offset + statement.start(), found, set);
			}
		}
	}

	/** The lines of a loop or function, each for itself, continued ones joined. */
	private void inside(Block.Code code, String text, int offset, List<CodeLine> found, Map<String, String> set) {
		int start = text.indexOf('\n') + 1;
		while (start > 0 && start < text.length()) {
			int end = lineEnd(text, start);
			String line = text.substring(start, end).strip();
			int at = offset + text.indexOf(line, start);
			List<Statement> statements = line.startsWith("#") ? List.of() : LineReader.split(line).statements();
			for (Statement statement : statements) {
				if (statement.content() instanceof Understood<Pipeline>) {
					add(code, line.substring(statement.start(), statement.end()), at + statement.start(),
							statement.content(), found, set);
				}
			}
			start = end + 1;
		}
	}

	private static int lineEnd(String text, int start) {
		int end = text.indexOf('\n', start);
		while (end > 0 && text.charAt(end - 1) == '\\') {
			end = text.indexOf('\n', end + 1);
		}
		return (end < 0) ? text.length() : end;
	}

	private void add(Block.Code code, String written, int offset, Understanding<Pipeline> content, List<CodeLine> found,
			Map<String, String> set) {
		Optional<Pipeline> pipeline = switch (content) {
			case Understood<Pipeline>(Pipeline split) -> Optional.of(split);
			case NotUnderstood<Pipeline> _, ByHand<Pipeline> _ -> Optional.empty();
		};
		Map<String, String> used = new HashMap<>(set);
		used.keySet().removeIf((name) -> !written.contains("$" + name) && !written.contains("${" + name));
		Understanding<ActionCall> understood = call(this.reader.read(written, used));
		CommandLine line = new CommandLine(written, pipeline, understood, code.text(), offset);
		found.add(new CodeLine(line, code, lines(code, offset, written)));
		pipeline.flatMap(Constants::assignment).ifPresent((assignment) -> remember(assignment, written, set));
	}

	private static Understanding<ActionCall> call(Understanding<ReadLine> read) {
		return switch (read) {
			case Understood<ReadLine>(ReadLine line) -> new Understood<>(line.call());
			case NotUnderstood<ReadLine>(String reason) -> new NotUnderstood<>(reason);
			case ByHand<ReadLine>(var work) -> new ByHand<>(work);
		};
	}

	private void remember(Assignment assignment, String line, Map<String, String> set) {
		this.reader.constant(assignment.value(), line)
			.ifPresentOrElse((value) -> set.put(assignment.name(), value), () -> set.remove(assignment.name()));
	}

	private List<CodeLine> query(Block.Code code) {
		Understanding<ActionCall> understood = call(this.reader.readBlock(code.info(), code.text().strip()));
		CommandLine line = new CommandLine(code.text(), Optional.empty(), understood, code.text(), 0);
		return List.of(new CodeLine(line, code, code.lines()));
	}

	/** The queries of alert rules: {@code expr: up == 0}. */
	private List<CodeLine> expressions(Block.Code code) {
		List<CodeLine> found = new ArrayList<>();
		Matcher matcher = EXPRESSION.matcher(code.text());
		while (matcher.find()) {
			String query = matcher.group(1).strip();
			CommandLine line = new CommandLine(query, Optional.empty(), call(this.reader.readBlock("promql", query)),
					code.text(), matcher.start(1));
			found.add(new CodeLine(line, code, lines(code, matcher.start(1), query)));
		}
		return found;
	}

	private static LineRange lines(Block.Code code, int offset, String written) {
		int first = code.firstLine() + (int) code.text()
			.substring(0, Math.min(offset, code.text().length()))
			.chars()
			.filter((c) -> c == '\n')
			.count();
		return new LineRange(first, first + (int) written.strip().chars().filter((c) -> c == '\n').count());
	}

}
