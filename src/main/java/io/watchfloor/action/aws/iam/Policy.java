package io.watchfloor.action.aws.iam;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import io.watchfloor.action.aws.AwsCall;
import tools.jackson.databind.json.JsonMapper;

/** A policy of IAM that allows calls, each on what it is about. */
final class Policy {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private final SortedMap<String, Statement> statements = new TreeMap<>();

	private final SortedMap<String, SortedSet<String>> wide = new TreeMap<>();

	private final SortedSet<String> notes = new TreeSet<>();

	/** Allows a call on resources. */
	void allow(AwsCall call, Resources resources) {
		this.notes.addAll(IamActions.notes(call));
		for (String action : IamActions.of(call)) {
			boolean own = resources.why().isEmpty() && ofService(action, resources);
			Resources on = own || !resources.why().isEmpty() ? resources : elsewhere();
			if (!on.why().isEmpty()) {
				this.wide.computeIfAbsent(on.why(), (_) -> new TreeSet<>()).add(action);
			}
			String service = action.substring(0, action.indexOf(':'));
			this.statements.computeIfAbsent(service + " " + on.arns(), (_) -> new Statement(on.arns(), new TreeSet<>()))
				.actions()
				.add(action);
		}
	}

	/** What a call needs of another service is not about the call's own resource. */
	private static boolean ofService(String action, Resources resources) {
		String service = action.substring(0, action.indexOf(':'));
		return resources.arns().stream().allMatch((arn) -> arn.split(":", -1)[2].equals(service));
	}

	private static Resources elsewhere() {
		return new Resources(new TreeSet<>(List.of("*")), Resources.NOT_NAMED);
	}

	boolean isEmpty() {
		return this.statements.isEmpty();
	}

	/** Why it is as wide as it is, and what it does not say. */
	List<String> notes() {
		List<String> all = new ArrayList<>();
		this.wide.forEach((why, actions) -> all
			.add("\"Resource\": \"*\" because " + why + ": " + String.join(", ", actions) + "."));
		all.addAll(this.notes);
		return all;
	}

	/** As IAM takes it. */
	String json() {
		Map<String, Integer> used = new LinkedHashMap<>();
		List<Map<String, Object>> written = new ArrayList<>();
		this.statements.forEach((key, statement) -> {
			String sid = sid(key.substring(0, key.indexOf(' ')), statement);
			int number = used.merge(sid, 1, Integer::sum);
			Map<String, Object> each = new LinkedHashMap<>();
			each.put("Sid", (number == 1) ? sid : sid + number);
			each.put("Effect", "Allow");
			each.put("Action", statement.actions());
			each.put("Resource", statement.arns());
			written.add(each);
		});
		Map<String, Object> policy = new LinkedHashMap<>();
		policy.put("Version", "2012-10-17");
		policy.put("Statement", written);
		return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(policy);
	}

	/** Letters and digits only, as IAM wants it. */
	private static String sid(String service, Statement statement) {
		StringBuilder sid = new StringBuilder();
		for (String word : service.split("-", -1)) {
			sid.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
		}
		return sid + (statement.arns().contains("*") ? "OnEverything" : "OnNamed");
	}

	private record Statement(SortedSet<String> arns, SortedSet<String> actions) {
	}

}
