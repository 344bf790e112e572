package io.watchfloor.runbook.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.ActionCall;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.ShellText;
import io.watchfloor.command.Statement;
import io.watchfloor.command.Statement.Comment;
import io.watchfloor.command.Statement.Connector;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.reading.Block.Code;

/** Reads one block of commands into steps, its comments into titles and manual steps. */
final class ShellSteps {

	private static final Pattern PLACEHOLDER = Pattern.compile("<[A-Za-z][A-Za-z0-9 _.-]*>");

	private final Function<Pipeline, Understanding<ActionCall>> understand;

	private final Code code;

	private final Setting setting;

	private final List<StepDraft> drafts = new ArrayList<>();

	/** The title of the command before, and the line it ended on. */
	private String lastTitle = "";

	private int lastLine;

	ShellSteps(Function<Pipeline, Understanding<ActionCall>> understand, Code code, Setting setting) {
		this.understand = understand;
		this.code = code;
		this.setting = setting;
	}

	List<StepDraft> read() {
		ShellText text = ShellText.read(this.code.text());
		if (isScript(text)) {
			return script();
		}
		List<Comment> comments = new ArrayList<>(text.comments());
		for (List<Statement> line : together(text.statements())) {
			int first = line.getFirst().firstLine();
			comments(takeBefore(comments, first));
			statements(line);
		}
		comments(comments);
		return this.drafts;
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
		List<ActionCall> calls = group.stream().flatMap((statement) -> call(statement).stream()).toList();
		boolean sequence = group.stream()
			.limit(group.size() - 1L)
			.allMatch((statement) -> statement.connector() == Connector.AND || statement.connector() == Connector.THEN);
		if (calls.size() == group.size() && sequence) {
			for (int i = 0; i < calls.size(); i++) {
				this.drafts
					.add(StepDraft.action(title, this.setting.phase(), lines, group.get(i).source(), calls.get(i)));
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

	private java.util.Optional<ActionCall> call(Statement statement) {
		return (statement.connector() != Connector.BACKGROUND
				&& statement.content() instanceof Understood<Pipeline>(var pipeline)
				&& this.understand.apply(pipeline) instanceof Understood<ActionCall>(var call))
						? java.util.Optional.of(call) : java.util.Optional.empty();
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
			case NotUnderstood<Pipeline>(var why) -> {
				Matcher placeholder = PLACEHOLDER.matcher(statement.source());
				yield placeholder.find() ? "Fill in " + placeholder.group() + " before it can run." : why;
			}
			case Understood<Pipeline>(var pipeline) -> switch (this.understand.apply(pipeline)) {
				case NotUnderstood<ActionCall>(var why) -> why;
				case Understood<ActionCall>(var call) -> "";
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
