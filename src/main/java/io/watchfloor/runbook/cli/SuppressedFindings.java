package io.watchfloor.runbook.cli;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookFinding;
import io.watchfloor.runbook.cli.ReadFile.Suppressed;
import io.watchfloor.runbook.reading.RunbookReader;

/** Finds what a document would report without the comments that keep it quiet. */
final class SuppressedFindings {

	private static final String MARK = "watchfloor:ignore";

	private static final Pattern COMMENT = Pattern
		.compile("<!--\\s*watchfloor:ignore\\s+([a-z0-9]+/[a-z0-9-]+)\\s*(.*?)\\s*-->");

	private SuppressedFindings() {
	}

	static List<Suppressed> of(Runbook book, RunbookReader reader) {
		if (!book.text().contains(MARK)) {
			return List.of();
		}
		Set<String> loud = book.findings().stream().map(SuppressedFindings::key).collect(Collectors.toSet());
		return reader.read(book.id(), book.text().replace(MARK, "watchfloor:noticed"))
			.findings()
			.stream()
			.filter((finding) -> !loud.contains(key(finding)))
			.map((finding) -> new Suppressed(finding, reason(book, finding)))
			.filter((suppressed) -> !suppressed.reason().isEmpty())
			.toList();
	}

	private static String key(RunbookFinding finding) {
		return finding.rule().id() + " " + finding.lines().first();
	}

	/** That of the nearest comment above. */
	private static String reason(Runbook book, RunbookFinding finding) {
		List<String> lines = book.lines();
		for (int line = Math.min(finding.lines().first(), lines.size()); line > 0; line--) {
			Matcher comment = COMMENT.matcher(lines.get(line - 1));
			while (comment.find()) {
				if (comment.group(1).equals(finding.rule().id())) {
					return comment.group(2);
				}
			}
		}
		return "";
	}

}
