package io.watchfloor.action.aws.line;

import java.util.Map;
import java.util.Optional;

/**
 * Commands of the {@code aws} command that are no calls of the API, and why they stay
 * manual.
 */
public final class NotCalls {

	private static final Map<String, String> REASONS = Map.ofEntries(
			Map.entry("ecs deploy", "deploys through CodeDeploy with files of the machine it runs on"),
			Map.entry("rds generate-db-auth-token", "prints a password"),
			Map.entry("cloudformation deploy", "uploads a template from the machine it runs on"),
			Map.entry("cloudformation package", "uploads files from the machine it runs on"),
			Map.entry("eks update-kubeconfig", "changes kubectl's settings on the machine it runs on"),
			Map.entry("eks get-token", "prints a token"), Map.entry("ecr get-login", "prints a password"),
			Map.entry("ecr get-login-password", "prints a password"),
			Map.entry("logs start-live-tail", "shows a stream until it is stopped"),
			Map.entry("cloudfront sign", "signs with a private key of the machine it runs on"),
			Map.entry("s3api get-object", "writes a file on the machine it runs on"),
			Map.entry("s3api put-object", "sends a file of the machine it runs on"),
			Map.entry("s3api upload-part", "sends a file of the machine it runs on"),
			Map.entry("lambda create-function", "sends code of the machine it runs on"),
			Map.entry("logs insights", "does not exist; logs start-query and logs get-query-results do"),
			Map.entry("elasticache restore-cache-cluster-from-snapshot",
					"does not exist; elasticache create-cache-cluster --snapshot-name does"));

	private NotCalls() {
	}

	/** Why a command is none. */
	public static Optional<String> reason(String service, String command) {
		return Optional.ofNullable(REASONS.get(service + " " + command))
			.map((reason) -> service + " " + command + " " + reason + ".");
	}

}
