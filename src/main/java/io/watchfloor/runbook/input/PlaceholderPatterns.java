package io.watchfloor.runbook.input;

import java.util.regex.Pattern;

/**
 * How authors write what is to be filled in. Each alternative is a named group whose text
 * is the placeholder's name.
 */
final class PlaceholderPatterns {

	/** <pod-name>, but no redirection, no here-document and no comparison. */
	private static final String ANGLE = "(?<![<\\w&=!]|\\d)<(?<angle>[A-Za-z](?:[^<>\\n\"$`;&=()*\\\\]{0,58}[A-Za-z0-9.])?)>(?![=(])"
			+ "|(?<==)<(?<angled>[A-Za-z](?:[^<>\\n\"$`;&=()*\\\\]{0,58}[A-Za-z0-9.])?)>(?![=(])";

	/** {{name}}, but no template that starts with a point or a word of the language. */
	private static final String DOUBLE = "\\{\\{\\s*(?!end\\b|else\\b|range\\b|if\\b|with\\b)(?<twice>[A-Za-z_][\\w-]*)\\s*\\}\\}";

	private static final String BRACE = "(?<![$%@{\\w])\\{(?!print\\}|next\\}|exit\\})(?<brace>[a-z][a-z0-9_-]{1,40}|[A-Z][A-Z0-9_-]{1,40})\\}(?!\\})";

	private static final String BRACKET = "(?<![\\w$\\]\\\\\\[])\\[(?<bracket>[A-Za-z][a-z]{2,}(?:[ _-][A-Za-z0-9]+)*|[A-Z]{3,}(?:[ _-][A-Z0-9]+)*)\\](?![\\](])";

	private static final String YOURS = "(?<![\\w${])(?<yours>(?:YOUR|your|INSERT|REPLACE)[_-][A-Za-z0-9_-]*[A-Za-z0-9])(?![\\w=])";

	private static final String CAPITALS = "(?<![\\w$%{.])(?<capitals>(?:PREVIOUS|CURRENT|OLD|NEW|TARGET|SOURCE|LAST|PRIOR|STABLE|SPECIFIC|EXISTING)[_-][A-Z0-9_-]*[A-Z0-9]"
			+ "|[A-Z][A-Z0-9]*(?:[_-][A-Z0-9]+)*[_-](?:ID|NAME|VERSION|TAG|ARN|REVISION|HASH|SHA|DATE|TIMESTAMP|IP|HERE)"
			+ "|TIMESTAMP)(?![\\w=(}-])";

	private static final String CROSSES = "(?<![\\w$.-])(?<crosses>[A-Za-z0-9-]*(?:x{3,}|X{3,})[A-Za-z0-9-]*)(?![\\w(])";

	private static final String DATE = "(?<![A-Za-z$])(?<date>(?:YYYY|yyyy)(?:[-_/.]?(?:MM|mm)(?:[-_/.]?(?:DD|dd)(?:[T_ -]?(?:HH|hh)(?:[:_-]?(?:MM|mm)(?:[:_-]?(?:SS|ss))?)?Z?)?)?)?)(?![A-Za-z])";

	private static final String DOTS = "(?<=(?:=|\\s--?[A-Za-z][\\w-]{0,40}\\s)[\"']?)(?<dots>\\.\\.\\.|…)(?=[\"'\\s]|$)";

	/** ${NAME:-value} */
	private static final String DEFAULT = "\\$\\{(?<variable>[A-Za-z_]\\w*):?-(?<fallback>[^}$`\"'\\\\\\s]*)\\}";

	private static final String NOW = "\\$\\((?<now>date(?:\\s[^()`$\\n]{0,120})?)\\)";

	static final Pattern ALL = Pattern
		.compile(String.join("|", ANGLE, DOUBLE, DEFAULT, NOW, BRACE, BRACKET, DATE, YOURS, CAPITALS, CROSSES, DOTS));

	private PlaceholderPatterns() {
	}

}
