package io.watchfloor.runbook.finding;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.CodeKind;

/** Code fences that are not closed, and those that name another language. */
final class FenceRules implements DocumentRule {

	private static final Rule OPEN = new Rule("document/unclosed-fence", Severity.WARNING, "A code block is not closed",
			"Everything below is code to most readers, and commands disappear. Close the block with ``` on a line of its own.");

	private static final Rule LANGUAGE = new Rule("document/wrong-language", Severity.WARNING,
			"A code block names another language than it holds",
			"Name the language that the block holds behind the fence, or none, so that people and tools read it alike.");

	private static final Pattern FENCE = Pattern
		.compile("[\\s>]{0,24}(?:[-*+]\\s+|\\d+[.)]\\s+)?(`{3,}|~{3,})\\s*(.*)");

	private static final Pattern COMMAND = Pattern.compile(
			"(?m)^\\s*(?:\\$ )?(?:sudo )?(?:kubectl|docker(?:-compose)?|aws|psql|redis-cli|curl|systemctl|helm|terraform|git) [a-z-]");

	private static final Pattern YAML = Pattern
		.compile("(?m)\\A(?:\\s*#.*\\n)*(?:apiVersion|services|version|groups|[a-z_]+):(?:\\s.*)?$");

	private static final Pattern SQL = Pattern.compile(
			"(?is)\\A(?:\\s*--.*\\n)*\\s*(?:select|insert|update|delete|create|alter|vacuum|reindex)\\s.*;\\s*\\z");

	private static final Set<String> SHELLS = Set.of("bash", "sh", "shell", "zsh", "console");

	@Override
	public List<Rule> rules() {
		return List.of(OPEN, LANGUAGE);
	}

	@Override
	public void check(ReadDocument document, Report report) {
		open(document.source().lines(), report);
		document.all(Code.class).forEach((code) -> language(code, report));
	}

	private static void open(List<String> lines, Report report) {
		String marks = "";
		int openedAt = 0;
		for (int i = 0; i < lines.size(); i++) {
			Matcher fence = FENCE.matcher(lines.get(i));
			if (!fence.matches()) {
				continue;
			}
			String info = fence.group(2).strip();
			if (marks.isEmpty()) {
				marks = fence.group(1);
				openedAt = i + 1;
			}
			else if (fence.group(1).startsWith(marks) && info.isEmpty()) {
				marks = "";
			}
			else if (fence.group(1).equals(marks) && info.matches("[a-z]+")) {
				report.add(OPEN, openedAt,
						"This block is not closed before the next one opens on line " + (i + 1) + ".");
				openedAt = i + 1;
			}
		}
		if (!marks.isEmpty()) {
			report.add(OPEN, openedAt, "This block is never closed.");
		}
	}

	private static void language(Code code, Report report) {
		CodeKind kind = CodeKind.of(code);
		if (kind == CodeKind.DATA && Set.of("yaml", "yml", "json", "ini", "dockerfile", "python").contains(code.info())
				&& COMMAND.matcher(code.text()).lookingAt()) {
			report.add(LANGUAGE, code.lines().first(), "It says " + code.info() + ", but it starts with a command.");
		}
		else if (SHELLS.contains(code.info())
				&& (YAML.matcher(code.text()).find() || SQL.matcher(code.text()).matches())) {
			report.add(LANGUAGE, code.lines().first(), "It says " + code.info() + ", but it holds no commands.");
		}
	}

}
