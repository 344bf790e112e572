package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.document.Plain;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.watchfloor.command.Statement.Comment;

/** What the comments in a code block mean. */
final class CommentTitle {

	private static final Pattern EXPECTED = Pattern
		.compile("(?i)(expected|output|returns?|response|should (return|show|see|be|print|output))\\b.*|(->|=>|→).*");

	private static final Pattern WARNING = Pattern
		.compile("(?i)(warning|caution|danger|important|note|attention)\\b.*");

	private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2}[.)]|[-*•])\\s+.*");

	private CommentTitle() {
	}

	/** Whether it says what the command above prints. */
	static boolean isExpected(Comment comment) {
		return EXPECTED.matcher(comment.text()).matches();
	}

	static boolean isNumbered(Comment comment) {
		return NUMBERED.matcher(comment.text()).matches();
	}

	/** Whether it only draws a line. */
	static boolean isDecoration(Comment comment) {
		return comment.text().chars().noneMatch(Character::isLetterOrDigit);
	}

	/** The title that the comments above a command give; empty when they give none. */
	static String of(List<Comment> above) {
		List<Comment> titles = above.stream()
			.filter((comment) -> !isWarning(comment) && !isDecoration(comment) && !comment.source().startsWith("#!"))
			.toList();
		if (titles.isEmpty()) {
			return "";
		}
		boolean lastOnly = isNumbered(titles.getLast())
				|| titles.stream().limit(titles.size() - 1L).anyMatch((comment) -> comment.text().endsWith(":"));
		return lastOnly ? Plain.title(titles.getLast().text())
				: Plain.title(titles.stream().map(Comment::text).collect(Collectors.joining(separator(titles))));
	}

	private static String separator(List<Comment> titles) {
		return titles.getFirst().text().startsWith("If ") ? ": " : ". ";
	}

	/** The warnings above a command, which must not be overlooked. */
	static String warnings(List<Comment> above) {
		return above.stream().filter(CommentTitle::isWarning).map(Comment::text).collect(Collectors.joining(" "));
	}

	private static boolean isWarning(Comment comment) {
		return WARNING.matcher(comment.text()).matches();
	}

}
