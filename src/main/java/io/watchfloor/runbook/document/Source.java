package io.watchfloor.runbook.document;

import java.util.List;
import java.util.stream.Collectors;

import io.watchfloor.runbook.LineRange;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/** The lines of the document that is read, and which of them a node covers. */
public record Source(List<String> lines) {

	public static Source of(String text) {
		return new Source(text.lines().toList());
	}

	/** The lines of a node, children included. */
	public LineRange range(Node node) {
		List<SourceSpan> spans = node.getSourceSpans();
		return spans.isEmpty() ? new LineRange(1, 1)
				: new LineRange(spans.getFirst().getLineIndex() + 1, spans.getLast().getLineIndex() + 1);
	}

	/** What a node says, without the markers of lists and quotes before it. */
	public String text(Node node) {
		return node.getSourceSpans().stream().map(this::text).collect(Collectors.joining("\n"));
	}

	private String text(SourceSpan span) {
		String line = this.lines.get(span.getLineIndex());
		int end = Math.min(line.length(), span.getColumnIndex() + span.getLength());
		return line.substring(Math.min(span.getColumnIndex(), end), end).strip();
	}

	/** The lines of a range as written. */
	public String text(LineRange range) {
		return this.lines.subList(range.first() - 1, range.last()).stream().collect(Collectors.joining("\n"));
	}

}
