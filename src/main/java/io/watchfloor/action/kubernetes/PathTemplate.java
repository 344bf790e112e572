package io.watchfloor.action.kubernetes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import tools.jackson.databind.JsonNode;

/** A template of {@code -o jsonpath=}: text, paths, and {@code {range …}…{end}}. */
record PathTemplate(List<Piece> pieces) {

	/** A piece of it. */
	sealed interface Piece {

	}

	/** Text as it is. */
	record Text(String text) implements Piece {
	}

	/** A path whose finds are printed. */
	record Path(JsonPath path) implements Piece {
	}

	/** Pieces printed for each find. */
	record Range(JsonPath path, List<Piece> body) implements Piece {
	}

	static PathTemplate parse(String text) {
		Deque<List<Piece>> open = new ArrayDeque<>(List.of(new ArrayList<>()));
		Deque<JsonPath> ranges = new ArrayDeque<>();
		int at = 0;
		boolean any = false;
		while (at < text.length()) {
			int brace = text.indexOf('{', at);
			if (brace != at) {
				int end = (brace < 0) ? text.length() : brace;
				open.getFirst().add(new Text(text.substring(at, end)));
				at = end;
				continue;
			}
			int close = closing(text, at);
			String inside = text.substring(at + 1, close).strip();
			any = true;
			if (inside.startsWith("range ")) {
				ranges.push(PathParser.path(inside.substring(6).strip()));
				open.push(new ArrayList<>());
			}
			else if (inside.equals("end")) {
				if (ranges.isEmpty()) {
					throw new IllegalArgumentException("the template has an 'end' without 'range'");
				}
				List<Piece> body = open.pop();
				open.getFirst().add(new Range(ranges.pop(), body));
			}
			else {
				open.getFirst().add(piece(inside));
			}
			at = close + 1;
		}
		if (!any || !ranges.isEmpty()) {
			throw new IllegalArgumentException("the template '" + text + "' is not understood");
		}
		return new PathTemplate(List.copyOf(open.getFirst()));
	}

	private static Piece piece(String inside) {
		if (inside.length() >= 2 && (inside.startsWith("\"") || inside.startsWith("'"))
				&& inside.endsWith(inside.substring(0, 1))) {
			return new Text(unescape(inside.substring(1, inside.length() - 1)));
		}
		String path = inside.startsWith("@") ? inside.substring(1)
				: inside.startsWith("$") ? inside.substring(1) : inside;
		return new Path(path.isEmpty() ? new JsonPath(List.of()) : PathParser.path(path));
	}

	private static String unescape(String text) {
		StringBuilder plain = new StringBuilder();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c != '\\') {
				plain.append(c);
				continue;
			}
			char next = (++i < text.length()) ? text.charAt(i) : ' ';
			switch (next) {
				case 'n' -> plain.append('\n');
				case 't' -> plain.append('\t');
				case '\\', '"', '\'' -> plain.append(next);
				default -> throw new IllegalArgumentException("the escape \\" + next + " is not understood");
			}
		}
		return plain.toString();
	}

	/** A brace inside quotes closes nothing. */
	private static int closing(String text, int from) {
		char quote = 0;
		for (int i = from + 1; i < text.length(); i++) {
			char c = text.charAt(i);
			if (quote != 0) {
				quote = (c == quote) ? 0 : quote;
			}
			else if (c == '"' || c == '\'') {
				quote = c;
			}
			else if (c == '{') {
				break;
			}
			else if (c == '}') {
				return i;
			}
		}
		throw new IllegalArgumentException("the template '" + text + "' is not understood");
	}

	String of(JsonNode root) {
		StringBuilder out = new StringBuilder();
		print(this.pieces, root, out);
		return out.toString();
	}

	private static void print(List<Piece> pieces, JsonNode root, StringBuilder out) {
		for (Piece piece : pieces) {
			switch (piece) {
				case Text(String text) -> out.append(text);
				case Path(JsonPath path) -> out.append(path.text(root));
				case Range(JsonPath path, List<Piece> body) ->
					path.find(root).forEach((found) -> print(body, found, out));
			}
		}
	}

}
