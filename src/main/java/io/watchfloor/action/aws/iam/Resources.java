package io.watchfloor.action.aws.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.watchfloor.action.aws.AwsCall;
import org.jspecify.annotations.Nullable;

/**
 * What a call is about, by {@code resources.tsv}: the ARNs that its parameters name.
 *
 * @param arns what to grant it on; {@code *} alone where {@code why} says so
 * @param why there is no narrower grant; empty where there is
 */
record Resources(SortedSet<String> arns, String why) {

	/** Reasons for {@code *}. */
	static final String NO_SUCH_PERMISSION = "AWS grants these on everything or not at all";

	static final String NOT_NAMED = "no runbook says on which resource";

	private static final Table TABLE = Table.read("resources.tsv");

	private static final Pattern HOLE = Pattern.compile("\\{([A-Za-z]+)([~?]?)}");

	static Resources of(AwsCall call, Place place, Set<String> open) {
		List<Table.Row> rows = TABLE.about(call);
		if (rows.isEmpty()) {
			return everything(NOT_NAMED);
		}
		for (Table.Row row : rows) {
			if (row.values().isEmpty()) {
				return everything(NO_SUCH_PERMISSION);
			}
			SortedSet<String> arns = new TreeSet<>();
			boolean whole = row.values().stream().allMatch((template) -> fill(template, call, place, open, arns));
			if (whole && !arns.isEmpty()) {
				return arns.contains("*") ? everything(NOT_NAMED) : new Resources(arns, "");
			}
		}
		return everything(NOT_NAMED);
	}

	private static Resources everything(String why) {
		return new Resources(new TreeSet<>(Set.of("*")), why);
	}

	/** Whether it holds: what is optional may be missing. */
	private static boolean fill(String template, AwsCall call, Place place, Set<String> open, Set<String> arns) {
		List<String> filled = List.of(place.filled(template));
		for (MatchResult hole : HOLE.matcher(template).results().toList()) {
			List<String> values = values(call.parameters().get(hole.group(1)));
			if (values.isEmpty()) {
				return hole.group(2).equals("?");
			}
			List<String> next = new ArrayList<>();
			for (String arn : filled) {
				values.forEach((value) -> next.add(put(arn, hole, open.contains(value) ? "*" : value)));
			}
			filled = next;
		}
		arns.addAll(filled);
		return true;
	}

	private static String put(String arn, MatchResult hole, String value) {
		if (value.startsWith("arn:") && arn.indexOf('{') == arn.lastIndexOf('{')) {
			// the whole of it; what stands behind the hole belongs to a name
			String behind = arn.substring(arn.indexOf('}') + 1);
			return behind.startsWith(":") || behind.startsWith("/") ? value.replaceFirst(":\\*$", "") + behind : value;
		}
		String name = hole.group(2).equals("~") ? value.replaceFirst("^/", "/") : value.replaceFirst(".*/", "");
		return arn.replace(hole.group(), name).replace("parameter//", "parameter/");
	}

	private static List<String> values(@Nullable Object parameter) {
		return switch (parameter) {
			case null -> List.of();
			case Map<?, ?> map -> map.keySet().stream().map(String::valueOf).toList();
			case List<?> list -> list.stream().map(String::valueOf).toList();
			default -> List.of(parameter.toString());
		};
	}

}
