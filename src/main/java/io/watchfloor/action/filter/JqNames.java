package io.watchfloor.action.filter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Looks which functions a {@code jq} expression calls. Only those on the list are
 * understood: they say something about their input alone, always end, and give nothing of
 * this machine away, as {@code env} and {@code input} would.
 */
final class JqNames {

	private static final Set<String> KNOWN = Set.of("add", "all", "and", "any", "arrays", "as", "ascii_downcase",
			"ascii_upcase", "booleans", "ceil", "contains", "del", "elif", "else", "empty", "end", "endswith", "false",
			"first", "flatten", "floor", "from_entries", "fromdate", "fromjson", "group_by", "has", "if", "in", "index",
			"indices", "inside", "iterables", "join", "keys", "keys_unsorted", "last", "length", "limit", "ltrimstr",
			"map", "map_values", "match", "max", "max_by", "min", "min_by", "not", "now", "null", "nulls", "numbers",
			"objects", "or", "reverse", "rindex", "round", "rtrimstr", "scalars", "select", "sort", "sort_by", "split",
			"sqrt", "startswith", "strings", "sub", "gsub", "test", "then", "to_entries", "todate", "tojson",
			"tonumber", "tostring", "true", "try", "catch", "type", "unique", "unique_by", "values", "with_entries",
			"paths", "getpath", "error", "fromdateiso8601", "todateiso8601", "nth", "capture");

	private static final Set<String> FORMATS = Set.of("csv", "tsv", "text", "json", "html", "uri");

	private final String expression;

	private final Deque<Character> open = new ArrayDeque<>();

	/** What stands before, blanks left out. */
	private char last = ' ';

	private int at;

	JqNames(String expression) {
		this.expression = expression;
	}

	/** The first name that is not understood; empty when all are. */
	String unknown() {
		return outside(false);
	}

	/** Reads up to the end, or up to the bracket that ends an interpolation. */
	private String outside(boolean interpolated) {
		int depth = this.open.size();
		while (this.at < this.expression.length()) {
			char c = this.expression.charAt(this.at);
			if (c == '#') {
				return "#";
			}
			if (interpolated && c == ')' && this.open.size() == depth) {
				this.at++;
				return "";
			}
			String unknown = (c == '"') ? string() : isName(c) ? name() : next(c);
			if (!unknown.isEmpty()) {
				return unknown;
			}
			this.last = Character.isWhitespace(c) ? this.last : c;
		}
		return "";
	}

	private String next(char c) {
		if ("([{".indexOf(c) >= 0) {
			this.open.push(c);
		}
		else if (")]}".indexOf(c) >= 0) {
			this.open.poll();
		}
		this.at++;
		return "";
	}

	private String string() {
		this.at++;
		while (this.at < this.expression.length()) {
			char c = this.expression.charAt(this.at);
			this.at++;
			if (c == '"') {
				return "";
			}
			if (c == '\\' && this.at < this.expression.length()) {
				boolean interpolation = this.expression.charAt(this.at) == '(';
				this.at++;
				String unknown = interpolation ? outside(true) : "";
				if (!unknown.isEmpty()) {
					return unknown;
				}
			}
		}
		return "";
	}

	private String name() {
		int start = this.at;
		while (this.at < this.expression.length()
				&& (isName(this.expression.charAt(this.at)) || Character.isDigit(this.expression.charAt(this.at)))) {
			this.at++;
		}
		String name = this.expression.substring(start, this.at);
		char before = (start > 0) ? this.expression.charAt(start - 1) : ' ';
		boolean known = switch (before) {
			case '.' -> true;
			case '$' -> !name.equals("ENV") && !name.startsWith("__");
			case '@' -> FORMATS.contains(name);
			default -> KNOWN.contains(name) || isKey() || Character.isDigit(before);
		};
		return known ? "" : ((before == '$' || before == '@') ? before + name : name);
	}

	/** The key of an object: {@code {name: .metadata.name}} or {@code {name}}. */
	private boolean isKey() {
		return Character.valueOf('{').equals(this.open.peek()) && (this.last == '{' || this.last == ',');
	}

	private static boolean isName(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
	}

}
