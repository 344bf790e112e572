package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.document.Block.Code;

/**
 * Reads what somebody copied from a terminal: a command behind each {@code $} prompt, and
 * what it printed below it. The prompt is no part of the command.
 */
final class SessionSteps {

	private final LineReader lines;

	private final Map<String, String> variables;

	private final Code code;

	private final Setting setting;

	private final List<StepDraft> drafts = new ArrayList<>();

	SessionSteps(LineReader lines, Map<String, String> variables, Code code, Setting setting) {
		this.variables = variables;
		this.lines = lines;
		this.code = code;
		this.setting = setting;
	}

	List<StepDraft> read() {
		List<String> lines = this.code.text().lines().toList();
		int at = 0;
		while (at < lines.size()) {
			int end = commandEnd(lines, at);
			if (end > at) {
				command(lines.subList(at, end), at);
			}
			else if (!lines.get(at).isBlank() && !this.drafts.isEmpty()) {
				this.drafts.getLast().expect(lines.get(at), this.code.firstLine() + at);
			}
			at = Math.max(end, at + 1);
		}
		return this.drafts;
	}

	/**
	 * Where the comments and the command that start here end; where they start if none.
	 */
	private static int commandEnd(List<String> lines, int start) {
		int at = start;
		while (at < lines.size() && lines.get(at).strip().startsWith("#")) {
			at++;
		}
		if (at == lines.size() || !lines.get(at).strip().startsWith("$ ")) {
			return start;
		}
		while (at + 1 < lines.size() && lines.get(at).endsWith("\\")) {
			at++;
		}
		return at + 1;
	}

	private void command(List<String> lines, int at) {
		String text = String.join("\n", lines).replaceFirst("(?m)^(\\s*)\\$ ", "$1");
		Code single = new Code(this.code.info(), text, this.code.firstLine() + at, this.code.lines());
		this.drafts.addAll(new ShellSteps(this.lines, this.variables, single, this.setting).read());
	}

}
