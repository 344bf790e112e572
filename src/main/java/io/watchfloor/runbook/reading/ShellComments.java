package io.watchfloor.runbook.reading;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.command.Statement;
import io.watchfloor.command.Statement.Comment;
import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.Plain;

/** The comments of a block of commands: titles, expected output, manual steps. */
final class ShellComments {

	private final Code code;

	private final Setting setting;

	private final List<StepDraft> drafts;

	/** The title of the command before, and the line it ended on. */
	private String lastTitle = "";

	private int lastLine;

	ShellComments(Code code, Setting setting, List<StepDraft> drafts) {
		this.code = code;
		this.setting = setting;
		this.drafts = drafts;
	}

	/** The title of a command: from the comments above it, or behind it. */
	String title(Statement first, List<Comment> above) {
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

	/** A command ended on this line. */
	void ended(int line) {
		this.lastLine = line;
	}

	/** Takes off what only says what the command before prints. */
	void expectations(List<Comment> above) {
		while (!above.isEmpty() && CommentTitle.isExpected(above.getFirst()) && !this.drafts.isEmpty()) {
			expect(above.removeFirst());
		}
	}

	/** Comments that stand above no command. */
	void loose(List<Comment> loose) {
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
		LineRange lines = new LineRange(this.code.firstLine() + comments.getFirst().line() - 1,
				this.code.firstLine() + comments.getLast().line() - 1);
		this.drafts.add(StepDraft.manual(title, this.setting.phase(), lines, text, false));
		this.lastTitle = "";
	}

	private void expect(Comment comment) {
		String output = comment.text().replaceFirst("(?i)^(expected( (response|output|result))?|output)\\s*:\\s*", "");
		this.drafts.getLast().expect(output, this.code.firstLine() + comment.line() - 1);
	}

}
