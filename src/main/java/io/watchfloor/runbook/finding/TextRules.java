package io.watchfloor.runbook.finding;

import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;

/** Text that lost its encoding. */
final class TextRules implements DocumentRule {

	private static final Rule MOJIBAKE = new Rule("document/wrong-encoding", Severity.WARNING,
			"The text was saved in a wrong encoding",
			"Signs such as â€™ or ðŸ were UTF-8 once and were read as something else. Search and titles suffer. Write them again, or save the file as UTF-8.");

	private static final Rule REPLACED = new Rule("document/not-utf8", Severity.WARNING,
			"Some characters are not UTF-8", "They are shown as \uFFFD. Save the file as UTF-8.");

	private static final Pattern SIGNS = Pattern
		.compile("â€[™œ\u009d\u009c“”¦¢\u0093\u0094]|Ã[\u0080-\u00bf¤¶¼©¨]|ðŸ|â[œš˜†–]|Â[ °©®·»«]");

	@Override
	public List<Rule> rules() {
		return List.of(MOJIBAKE, REPLACED);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		List<String> lines = document.written();
		for (int i = 0; i < lines.size(); i++) {
			if (SIGNS.matcher(lines.get(i)).find()) {
				report.add(MOJIBAKE, i + 1, "'" + shortened(lines.get(i)) + "' holds signs of a wrong encoding.");
			}
			if (lines.get(i).indexOf('\uFFFD') >= 0) {
				report.add(REPLACED, i + 1, "'" + shortened(lines.get(i)) + "' holds bytes that are not UTF-8.");
			}
		}
	}

	private static String shortened(String line) {
		String text = line.strip();
		return (text.length() <= 60) ? text : text.substring(0, 59) + "…";
	}

}
