package io.watchfloor.runbook.document;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.document.Block.Code;

/**
 * A code block that its author forgot to close holds everything below it. Commands among
 * it are commands, whatever language the block was said to hold.
 */
final class OpenFence {

	private OpenFence() {
	}

	/** The block in pieces, its commands each for itself; whole where it has none. */
	static List<Code> pieces(Code code) {
		boolean commands = switch (CodeKind.of(code)) {
			case SHELL, SESSION, QUERY -> true;
			case TEXT, DATA -> false;
		};
		List<String> lines = code.text().lines().toList();
		if (commands || lines.stream().noneMatch(CodeKind::isCommand)) {
			return List.of(code);
		}
		List<Code> pieces = new ArrayList<>();
		int start = 0;
		for (int i = 0; i < lines.size(); i++) {
			if (CodeKind.isCommand(lines.get(i))) {
				add(pieces, code, code.info(), lines, start, i);
				start = end(lines, i);
				add(pieces, code, "bash", lines, i, start);
				i = start - 1;
			}
		}
		add(pieces, code, code.info(), lines, start, lines.size());
		return pieces;
	}

	/** Behind the lines that the command at this one goes on over. */
	private static int end(List<String> lines, int first) {
		int at = first;
		while (at + 1 < lines.size() && lines.get(at).endsWith("\\")) {
			at++;
		}
		return at + 1;
	}

	private static void add(List<Code> pieces, Code whole, String info, List<String> lines, int from, int to) {
		if (from < to) {
			LineRange range = new LineRange(whole.firstLine() + from, whole.firstLine() + to - 1);
			String text = String.join("\n", lines.subList(from, to)) + "\n";
			pieces.add(new Code(info, text, range.first(), range));
		}
	}

}
