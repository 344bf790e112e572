package io.watchfloor.action.aws.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.aws.model.Operation;

/**
 * Flags that only the {@code aws} command has and that stand for parameters of another
 * form: the short form of a security group's rule, the count of new instances, the paths
 * of an invalidation.
 */
final class CustomFlags {

	private static final Set<String> RULE = Set.of("protocol", "port", "cidr", "source-group", "group-owner");

	private static final Pattern RULE_OPERATION = Pattern.compile("(authorize|revoke)-security-group-(ingress|egress)");

	/** Stands for a reference that no other call has; made when the call is made. */
	private static final String UNIQUE = "watchfloor-once";

	private static final String PERMISSIONS = "IpPermissions";

	private CustomFlags() {
	}

	static boolean known(Operation operation, String flag) {
		return (isInvalidation(operation) && flag.equals("paths")) || isRuleOrCount(operation, flag);
	}

	private static boolean isInvalidation(Operation operation) {
		return operation.service().equals("cloudfront") && operation.cliName().equals("create-invalidation");
	}

	private static boolean isRuleOrCount(Operation operation, String flag) {
		return operation.service().equals("ec2") && ((isRule(operation) && RULE.contains(flag))
				|| (operation.cliName().equals("run-instances") && flag.equals("count")));
	}

	private static boolean isRule(Operation operation) {
		return RULE_OPERATION.matcher(operation.cliName()).matches();
	}

	static void take(Operation operation, String flag, List<String> values, Map<String, Object> parameters) {
		if (isRule(operation)) {
			@SuppressWarnings("unchecked") // put there a line below
			Map<String, Object> rule = (Map<String, Object>) parameters.computeIfAbsent(" rule",
					(_) -> new LinkedHashMap<String, Object>());
			rule(flag, values.getFirst(), rule);
		}
		else if (isInvalidation(operation)) {
			parameters.put("InvalidationBatch", Map.of("CallerReference", UNIQUE, "Paths",
					Map.of("Quantity", values.size(), "Items", List.copyOf(values))));
		}
		else {
			count(values.getFirst(), parameters);
		}
	}

	private static void rule(String flag, String value, Map<String, Object> rule) {
		switch (flag) {
			case "protocol" -> rule.put("IpProtocol", protocol(value));
			case "port" -> ports(value, rule);
			case "cidr" -> rule.put("IpRanges", List.of(Map.of("CidrIp", value)));
			case "source-group" -> pair(rule).put(value.startsWith("sg-") ? "GroupId" : "GroupName", value);
			default -> pair(rule).put("UserId", value);
		}
	}

	private static Map<String, Object> pair(Map<String, Object> rule) {
		@SuppressWarnings("unchecked") // put there by this line
		Map<String, Object> pair = (Map<String, Object>) rule.computeIfAbsent(" pair",
				(_) -> new LinkedHashMap<String, Object>());
		return pair;
	}

	private static String protocol(String value) {
		if (!value.matches("tcp|udp|icmp|all|-1|[0-9]{1,2}|1[0-9]{2}|2[0-4][0-9]|25[0-5]")) {
			throw new IllegalArgumentException(
					"--protocol must be tcp, udp, icmp, all or a number, not '" + value + "'");
		}
		return value.equals("all") ? "-1" : value;
	}

	private static void ports(String value, Map<String, Object> rule) {
		boolean all = value.equals("-1") || value.equals("all");
		if (!all && !value.matches("[0-9]{1,5}(-[0-9]{1,5})?")) {
			throw new IllegalArgumentException("--port must be a port or a range such as 22-25, not '" + value + "'");
		}
		String[] range = all ? new String[] { "-1" } : value.split("-", 2);
		rule.put("FromPort", Integer.valueOf(range[0]));
		rule.put("ToPort", Integer.valueOf(range[range.length - 1]));
	}

	private static void count(String value, Map<String, Object> parameters) {
		if (!value.matches("[0-9]{1,5}(:[0-9]{1,5})?")) {
			throw new IllegalArgumentException("--count must be a number or a range such as 1:3, not '" + value + "'");
		}
		String[] range = value.split(":", 2);
		parameters.put("MinCount", Integer.valueOf(range[0]));
		parameters.put("MaxCount", Integer.valueOf(range[range.length - 1]));
	}

	/** Puts together what the short flags said. */
	static void finish(Operation operation, Map<String, Object> parameters) {
		Object collected = parameters.remove(" rule");
		if (collected instanceof Map<?, ?> rule) {
			if (parameters.containsKey(PERMISSIONS)) {
				throw new IllegalArgumentException("--ip-permissions does not go with the short flags of a rule");
			}
			Map<String, Object> permission = new LinkedHashMap<>();
			rule.forEach((name, value) -> permission.put(name.equals(" pair") ? "UserIdGroupPairs" : name.toString(),
					name.equals(" pair") ? new ArrayList<>(List.of(value)) : value));
			parameters.put(PERMISSIONS, List.of(permission));
		}
		if (operation.service().equals("ec2") && operation.cliName().equals("run-instances")) {
			parameters.putIfAbsent("MinCount", 1);
			parameters.putIfAbsent("MaxCount", 1);
		}
	}

}
