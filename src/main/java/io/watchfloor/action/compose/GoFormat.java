package io.watchfloor.action.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The part of {@code --format} that is understood: text, plain fields
 * {@code {{.State.Health.Status}}} and {@code {{json .State}}}. No other Go.
 */
final class GoFormat {

	private static final Pattern HOLE = Pattern
		.compile("\\{\\{-?\\s*(json\\s+)?(\\.|(?:\\.[A-Za-z][A-Za-z0-9_]*)+)\\s*-?}}");

	private static final Pattern TABLE = Pattern.compile("table\\s+");

	private final List<Piece> pieces = new ArrayList<>();

	private final boolean table;

	private GoFormat(String text) {
		Matcher table = TABLE.matcher(text);
		this.table = table.lookingAt();
		String rest = this.table ? text.substring(table.end()) : text;
		Matcher hole = HOLE.matcher(rest);
		int at = 0;
		while (hole.find()) {
			this.pieces.add(new Piece(rest.substring(at, hole.start()), "", false));
			this.pieces.add(new Piece("", hole.group(2), hole.group(1) != null));
			at = hole.end();
		}
		this.pieces.add(new Piece(rest.substring(at), "", false));
		if (this.pieces.stream().anyMatch((piece) -> piece.text().contains("{{") || piece.text().contains("}}"))) {
			throw new IllegalArgumentException(
					"of --format only plain fields such as {{.State.Status}} are understood, not '" + text + "'");
		}
	}

	static GoFormat of(String text) {
		if (text.chars().anyMatch((c) -> Character.isISOControl(c) && c != '\t') || text.contains("{{-")
				|| text.contains("-}}")) {
			throw new IllegalArgumentException("of --format only plain fields are understood");
		}
		return new GoFormat(text.equals("json") ? "{{json .}}" : text);
	}

	boolean table() {
		return this.table;
	}

	/** Demands that rows have the fields. */
	GoFormat demandFields(Set<String> known) {
		for (Piece piece : this.pieces) {
			String field = piece.field();
			boolean whole = field.equals(".") && piece.json();
			if (!field.isEmpty() && !whole && !known.contains(field.substring(1))) {
				throw new IllegalArgumentException("--format has no field " + field + " that is understood");
			}
		}
		return this;
	}

	/** One line for a row. */
	String row(Map<String, String> row) {
		return this.pieces.stream().map((piece) -> piece.of(row)).collect(Collectors.joining());
	}

	/** The heads of a table, the field's name in capitals. */
	String head(Map<String, String> titles) {
		return this.pieces.stream()
			.map((piece) -> piece.field().isEmpty() ? piece.plain()
					: titles.getOrDefault(piece.field().substring(1), piece.field().substring(1)))
			.collect(Collectors.joining());
	}

	/** One answer for a document, exactly as Go prints plain values. */
	String document(JsonNode root) {
		return this.pieces.stream().map((piece) -> piece.of(root)).collect(Collectors.joining());
	}

	/** Text, or a field. */
	private record Piece(String text, String field, boolean json) {

		String plain() {
			return this.text.replace("\\t", "\t").replace("\\n", "\n");
		}

		String of(Map<String, String> row) {
			if (this.field.isEmpty()) {
				return plain();
			}
			Object value = this.field.equals(".") ? row : row.getOrDefault(this.field.substring(1), "");
			return this.json ? Engine.JSON.writeValueAsString(value) : value.toString();
		}

		String of(JsonNode root) {
			if (this.field.isEmpty()) {
				return this.text;
			}
			JsonNode node = root;
			for (String name : this.field.substring(1).split("\\.", -1)) {
				node = name.isEmpty() ? node : node.path(name);
			}
			if (node.isMissingNode()) {
				throw new Problem(Problem.Category.NOT_FOUND, "There is no field " + this.field + ".");
			}
			if (this.json) {
				return Engine.JSON.writeValueAsString(node);
			}
			if (node.isContainer() || node.isNull()) {
				throw new Problem(Problem.Category.NOT_UNDERSTOOD,
						this.field + " is no plain value; write {{json " + this.field + "}}.");
			}
			return node.asString();
		}

	}

}
