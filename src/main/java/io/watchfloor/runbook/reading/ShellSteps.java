package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.document.Plain;
import io.watchfloor.runbook.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.watchfloor.command.Pipeline;
import io.watchfloor.command.ShellText;
import io.watchfloor.command.SimpleCommand.Assignment;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Statement.Comment;
import io.watchfloor.command.Statement.Connector;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.kernel.Risk;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.input.Constants;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.input.ReadLine;
import io.watchfloor.runbook.document.Block.Code;
import org.jspecify.annotations.Nullable;

/** Reads one block of commands into steps, its comments into titles and manual steps. */
final class ShellSteps {

	private final LineReader lines;

	/** What is set before, and by this block. */
	private final Map<String, String> variables;

	private final Code code;

	private final Setting setting;

	private final List<StepDraft> drafts = new ArrayList<>();

	/** Lines above that only set variables, until a step takes them. */
	private @Nullable LineRange set;

	/** The title of the command before, and the line it ended on. */
	private String lastTitle = "";

	private int lastLine;

	ShellSteps(LineReader lines, Map<String, String> variables, Code code, Setting setting) {
		this.lines = lines;
		this.variables = variables;
		this.code = code;
		this.setting = setting;
	}

	List<StepDraft> read() {
		ShellText text = LineReader.split(this.code.text());
		if (isScript(text)) {
			return script();
		}
		List<Comment> comments = new ArrayList<>(text.comments());
		for (List<Statement> line : together(text.statements())) {
			int first = line.getFirst().firstLine();
			comments(takeBefore(comments, first));
			int before = this.drafts.size();
			statements(line);
			settings(before);
		}
		comments(comments);
		return this.drafts;
	}

	/** Lines that only set variables belong to the step that follows them. */
	private void settings(int before) {
		LineRange range = this.set;
		if (range != null && this.drafts.size() > before) {
			this.drafts.get(before).startAt(range.first());
			this.set = null;
		}
	}

	private boolean isScript(ShellText text) {
		return this.code.text().lines().limit(3).anyMatch((line) -> line.startsWith("#!")) || text.statements()
			.stream()
			.anyMatch((statement) -> reason(statement).equals("It defines a function."));
	}

	private List<StepDraft> script() {
		long length = this.code.text().stripTrailing().lines().count();
		LineRange lines = new LineRange(this.code.firstLine(), this.code.firstLine() + Math.max(0, (int) length - 1));
		String reason = "It is a script. Read it, then run it where it belongs.";
		return List.of(StepDraft.command(this.setting.fallback(), this.setting.phase(), lines,
				this.code.text().stripTrailing(), reason));
	}

	/** Statements that share a line or depend on each other. */
	private static List<List<Statement>> together(List<Statement> statements) {
		List<List<Statement>> groups = new ArrayList<>();
		for (Statement statement : statements) {
			Statement before = groups.isEmpty() ? null : groups.getLast().getLast();
			boolean joined = before != null && (before.lastLine() >= statement.firstLine()
					|| before.connector() == Connector.AND || before.connector() == Connector.OR);
			if (!joined) {
				groups.add(new ArrayList<>());
			}
			groups.getLast().add(statement);
		}
		return groups;
	}

	private static List<Comment> takeBefore(List<Comment> comments, int line) {
		List<Comment> before = comments.stream().filter((comment) -> comment.line() < line).toList();
		comments.removeAll(before);
		return before;
	}

	private void statements(List<Statement> group) {
		Statement first = group.getFirst();
		List<Comment> above = new ArrayList<>(first.above());
		while (!above.isEmpty() && CommentTitle.isExpected(above.getFirst()) && !this.drafts.isEmpty()) {
			expect(above.removeFirst());
		}
		String title = title(first, above);
		int from = above.isEmpty() ? first.firstLine() : above.getFirst().line();
		LineRange lines = lines(from, group.getLast().lastLine());
		if (group.size() == 1 && assignment(first, lines, title)) {
			this.lastLine = first.lastLine();
			return;
		}
		List<ReadLine> calls = group.stream().flatMap((statement) -> call(statement).stream()).toList();
		boolean sequence = group.stream()
			.limit(group.size() - 1L)
			.allMatch((statement) -> statement.connector() == Connector.AND || statement.connector() == Connector.THEN);
		if (calls.size() == group.size() && sequence) {
			for (int i = 0; i < calls.size(); i++) {
				this.drafts.add(StepDraft.action(title, this.setting.phase(), lines, written(group.get(i)),
						calls.get(i), constants(written(group.get(i)))));
			}
		}
		else {
			this.drafts.add(StepDraft.command(title, this.setting.phase(), lines, source(group), whyManual(group)));
		}
		this.lastLine = group.getLast().lastLine();
	}

	private String title(Statement first, List<Comment> above) {
		String own = CommentTitle.of(above);
		String warnings = CommentTitle.warnings(above);
		boolean follows = !this.lastTitle.isEmpty() && this.lastLine + 1 == first.firstLine();
		String title = this.setting.fallback();
		if (!own.isEmpty()) {
			title = this.setting.titled(own);
		}
		else if (follows && above.isEmpty()) {
			title = this.lastTitle;
		}
		else if (first.note() != null) {
			title = this.setting.titled(Plain.title(first.note().text()));
		}
		this.lastTitle = title;
		return warnings.isEmpty() ? title : title + " (" + warnings + ")";
	}

	private Optional<ReadLine> call(Statement statement) {
		return (statement.connector() != Connector.BACKGROUND && statement.content() instanceof Understood<Pipeline>
				&& this.lines.read(written(statement),
						constants(written(statement))) instanceof Understood<ReadLine>(var read)) ? Optional.of(read)
								: Optional.empty();
	}

	/** As the document has it. */
	private String written(Statement statement) {
		return this.code.text().substring(statement.start(), statement.end());
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

	/** A line that only sets a variable belongs to the lines that use it. */
	private boolean assignment(Statement statement, LineRange range, String title) {
		Optional<Assignment> set = (statement.content() instanceof Understood<Pipeline>(var pipeline))
				? Constants.assignment(pipeline) : Optional.empty();
		if (set.isEmpty()) {
			return false;
		}
		Optional<String> value = this.lines.constant(set.get().value(), written(statement));
		value.ifPresentOrElse((known) -> this.variables.put(set.get().name(), known),
				() -> this.variables.remove(set.get().name()));
		if (value.isPresent()) {
			this.set = (this.set != null) ? this.set : range;
			return true;
		}
		return found(set.get(), statement, range, title);
	}

	/** {@code POD=$(…)}: the command is read, and a person types what it found. */
	private boolean found(Assignment set, Statement statement, LineRange range, String title) {
		Optional<String> inner = Constants.command(set.value());
		Map<String, String> constants = constants(written(statement));
		if (inner.isEmpty() || !(this.lines.read(inner.get(), constants) instanceof Understood<ReadLine>(var read))
				|| read.call().action().risk() != Risk.READ) {
			return false;
		}
		this.drafts
			.add(StepDraft.action(title, this.setting.phase(), range, inner.get(), read, constants(inner.get())));
		return true;
	}

	private String whyManual(List<Statement> group) {
		String reason = group.stream().map(this::reason).filter((why) -> !why.isEmpty()).findFirst().orElse("");
		if (group.size() == 1) {
			return reason;
		}
		return reason.isEmpty() ? "The second command depends on the first one's failure."
				: "Several commands in one line. " + reason;
	}

	private String reason(Statement statement) {
		if (statement.connector() == Connector.BACKGROUND) {
			return "It runs in the background.";
		}
		return switch (statement.content()) {
			case NotUnderstood<Pipeline>(var why) -> why;
			case Understood<Pipeline>(var pipeline) ->
				switch (this.lines.read(written(statement), constants(written(statement)))) {
					case NotUnderstood<ReadLine>(var why) -> Constants.assignment(pipeline).isPresent()
							? "It sets a variable to what only a shell can work out." : why;
					case Understood<ReadLine>(var read) -> "";
				};
		};
	}

	private String source(List<Statement> group) {
		String text = this.code.text().substring(group.getFirst().start(), group.getLast().end());
		return (group.getLast().connector() == Connector.BACKGROUND) ? text + " &" : text;
	}

	private void comments(List<Comment> loose) {
		List<Comment> paragraph = new ArrayList<>();
		for (Comment comment : loose) {
			if (!paragraph.isEmpty() && paragraph.getLast().line() + 1 != comment.line()) {
				paragraph(paragraph);
				paragraph.clear();
			}
			paragraph.add(comment);
		}
		paragraph(paragraph);
	}

	private void paragraph(List<Comment> comments) {
		List<Comment> rest = comments.stream()
			.filter((comment) -> !CommentTitle.isDecoration(comment) && !comment.source().startsWith("#!"))
			.toList();
		if (rest.isEmpty()) {
			return;
		}
		if (CommentTitle.isExpected(rest.getFirst()) && !this.drafts.isEmpty()) {
			rest.forEach(this::expect);
		}
		else if (rest.stream().anyMatch(CommentTitle::isNumbered)) {
			numbered(rest);
		}
		else {
			manual(rest, this.setting.titled(Plain.title(rest.getFirst().text())));
		}
	}

	/** "If rate limited" above "1. …" and "2. …" is said with each of them. */
	private void numbered(List<Comment> comments) {
		List<Comment> pending = new ArrayList<>();
		String condition = "";
		for (Comment comment : comments) {
			pending.add(comment);
			if (CommentTitle.isNumbered(comment)) {
				String title = Plain.title(comment.text().replaceFirst("^[-*•]\\s+", ""));
				manual(pending, condition.isEmpty() ? title : condition + ": " + title);
				pending.clear();
			}
			else {
				condition = Plain.title(comment.text());
			}
		}
		if (!pending.isEmpty()) {
			manual(pending, Plain.title(pending.getFirst().text()));
		}
	}

	private void manual(List<Comment> comments, String title) {
		String text = String.join("\n", comments.stream().map(Comment::text).toList());
		LineRange lines = lines(comments.getFirst().line(), comments.getLast().line());
		this.drafts.add(StepDraft.manual(title, this.setting.phase(), lines, text, false));
		this.lastTitle = "";
	}

	private void expect(Comment comment) {
		String output = comment.text().replaceFirst("(?i)^(expected( (response|output|result))?|output)\\s*:\\s*", "");
		this.drafts.getLast().expect(output, this.code.firstLine() + comment.line() - 1);
	}

	private LineRange lines(int first, int last) {
		return new LineRange(this.code.firstLine() + first - 1, this.code.firstLine() + last - 1);
	}

}
