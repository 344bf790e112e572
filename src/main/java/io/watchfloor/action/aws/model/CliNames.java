package io.watchfloor.action.aws.model;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the {@code aws} command spells the API's names: {@code DBInstanceIdentifier} is
 * {@code db-instance-identifier}. The rule is botocore's {@code xform_name}; the
 * exceptions are those of the command for the bundled services.
 */
public final class CliNames {

	private static final Pattern PLURAL_ACRONYM = Pattern.compile("[A-Z]{2,}s$");

	private static final Pattern FIRST_CAP = Pattern.compile("(.)([A-Z][a-z]+)");

	private static final Pattern END_CAP = Pattern.compile("([a-z0-9])([A-Z])");

	private static final Map<String, String> SPECIAL = Map.of("ExecutePartiQLStatement", "execute-partiql-statement",
			"ExecutePartiQLTransaction", "execute-partiql-transaction", "ExecutePartiQLBatch", "execute-partiql-batch");

	/** {@code service.operation.flag}, or with {@code *} for any operation. */
	private static final Map<String, String> RENAMED = Map.ofEntries(
			Map.entry("sns.subscribe.endpoint", "notification-endpoint"),
			Map.entry("sns.add-permission.action-names", "action-name"),
			Map.entry("sns.add-permission.aws-account-ids", "aws-account-id"),
			Map.entry("cloudformation.list-stacks.stack-status-filters", "stack-status-filter"),
			Map.entry("s3api.copy-object.destination-bucket", "bucket"),
			Map.entry("s3api.copy-object.destination-key", "key"),
			Map.entry("s3api.upload-part-copy.destination-bucket", "bucket"),
			Map.entry("s3api.upload-part-copy.destination-key", "key"),
			Map.entry("route53.delete-traffic-policy.version", "traffic-policy-version"),
			Map.entry("route53.get-traffic-policy.version", "traffic-policy-version"),
			Map.entry("route53.update-traffic-policy-comment.version", "traffic-policy-version"),
			Map.entry("apigateway.create-rest-api.version", "api-version"),
			Map.entry("stepfunctions.send-task-success.output", "task-output"),
			Map.entry("eks.create-cluster.version", "kubernetes-version"),
			Map.entry("eks.update-cluster-version.version", "kubernetes-version"),
			Map.entry("eks.create-nodegroup.version", "kubernetes-version"),
			Map.entry("eks.update-nodegroup-version.version", "kubernetes-version"));

	/** The flag that says no, where it is not {@code no-} and the flag. */
	private static final Map<String, String> NEGATED = Map.of("ec2.create-image.no-reboot", "reboot", "ec2.*.egress",
			"ingress", "ec2.*.disable-api-termination", "enable-api-termination", "ecs.*.enable-execute-command",
			"disable-execute-command", "ecs.execute-command.interactive", "non-interactive");

	/** The SDK's own additions, and what the command has other flags for. */
	private static final Set<String> NOT_FLAGS = Set.of("s3api.copy-object.source-bucket",
			"s3api.copy-object.source-key", "s3api.copy-object.source-version-id",
			"s3api.upload-part-copy.source-bucket", "s3api.upload-part-copy.source-key",
			"s3api.upload-part-copy.source-version-id", "ec2.run-instances.min-count", "ec2.run-instances.max-count");

	private CliNames() {
	}

	/** Whether a parameter of the SDK has no flag of its name. */
	public static boolean isNoFlag(String service, String operation, String member) {
		return NOT_FLAGS.contains(service + "." + operation + "." + kebab(member));
	}

	/** Whether the command demands the name of a file for what it prints. */
	public static boolean takesFile(String service, String operation) {
		return service.equals("lambda") && operation.equals("invoke");
	}

	/** An operation's or member's name as the command has it. */
	public static String kebab(String name) {
		String special = SPECIAL.get(name);
		if (special != null || name.contains("-")) {
			return (special != null) ? special : name;
		}
		String text = name;
		Matcher acronym = PLURAL_ACRONYM.matcher(name);
		if (acronym.find()) {
			text = name.substring(0, acronym.start()) + "-" + acronym.group().toLowerCase(Locale.ROOT);
		}
		text = FIRST_CAP.matcher(text).replaceAll("$1-$2");
		return END_CAP.matcher(text).replaceAll("$1-$2").toLowerCase(Locale.ROOT);
	}

	/**
	 * The flag of a parameter, without its dashes.
	 * @param service the service's name on the command line
	 * @param operation the operation's name on the command line
	 * @param member the API's name of the parameter
	 */
	public static String flag(String service, String operation, String member) {
		String plain = kebab(member);
		return RENAMED.getOrDefault(service + "." + operation + "." + plain, plain);
	}

	/** The flag that sets a boolean parameter to false. */
	public static String negation(String service, String operation, String member) {
		String plain = kebab(member);
		if (service.equals("ec2") && operation.startsWith("modify-")) {
			return "no-" + plain;
		}
		String anywhere = NEGATED.getOrDefault(service + ".*." + plain, "no-" + flag(service, operation, member));
		return NEGATED.getOrDefault(service + "." + operation + "." + plain, anywhere);
	}

}
