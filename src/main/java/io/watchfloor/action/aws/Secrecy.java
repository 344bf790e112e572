package io.watchfloor.action.aws;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.action.aws.line.JsonText;

/**
 * Which parts of calls and answers are secrets. They are hidden before a query looks at
 * an answer, so that no query can carry them out.
 */
final class Secrecy {

	static final String HIDDEN = "[hidden]";

	/** Calls whose answer is a secret and nothing else. */
	private static final Map<String, String> HANDS_OUT = Map.ofEntries(
			Map.entry("ecr get-authorization-token", "a password for the registry"),
			Map.entry("sts assume-role", "credentials"), Map.entry("sts assume-role-with-saml", "credentials"),
			Map.entry("sts assume-role-with-web-identity", "credentials"), Map.entry("sts assume-root", "credentials"),
			Map.entry("sts get-session-token", "credentials"), Map.entry("sts get-federation-token", "credentials"),
			Map.entry("sts get-delegated-access-token", "credentials"),
			Map.entry("sts get-web-identity-token", "a token"), Map.entry("kms decrypt", "what was encrypted"),
			Map.entry("kms generate-data-key", "a key"), Map.entry("kms generate-data-key-pair", "a key"),
			Map.entry("kms get-parameters-for-import", "a token"), Map.entry("kms derive-shared-secret", "a secret"),
			Map.entry("secretsmanager get-random-password", "a password"),
			Map.entry("iam create-access-key", "credentials"), Map.entry("acm export-certificate", "a private key"),
			Map.entry("iam create-service-specific-credential", "credentials"),
			Map.entry("iam reset-service-specific-credential", "credentials"),
			Map.entry("ec2 create-key-pair", "a private key"), Map.entry("ec2 get-password-data", "a password"),
			Map.entry("ec2 get-vpn-connection-device-sample-configuration", "a shared key"),
			Map.entry("athena get-session-endpoint", "a token"), Map.entry("ssm get-access-token", "credentials"),
			Map.entry("ssm create-activation", "a code"), Map.entry("ssm start-session", "a token"),
			Map.entry("ssm resume-session", "a token"), Map.entry("ecs execute-command", "a session in a container"));

	private static final Set<String> FIELDS = Set.of("SecretString", "SecretBinary", "Plaintext", "PrivateKey",
			"KeyMaterial", "SecretAccessKey", "SessionToken", "AuthToken", "authorizationToken", "Password",
			"PasswordData", "MasterUserPassword", "TdeCredentialPassword", "CustomerGatewayConfiguration",
			"PreSharedKey", "UserData", "userData", "ClientSecret", "ApiKeyValue", "tokenValue");

	/** Parameters that carry a secret into a call. */
	private static final Set<String> PARAMETERS = Set.of("SecretString", "SecretBinary", "MasterUserPassword",
			"TdeCredentialPassword", "AuthToken", "NewPassword", "OldPassword", "Password", "PrivateKey", "Passphrase",
			"ClientSecret", "SecretAccessKey", "SSECustomerKey", "CopySourceSSECustomerKey");

	private static final Pattern SECRET_NAME = Pattern
		.compile("(?i).*(secret|passw|pwd|token|api_?key|private|credential|webhook|dsn|database_url|redis_url).*");

	private Secrecy() {
	}

	/** What a call hands out, when that is all it is for. */
	static Optional<String> handsOut(String service, String operation) {
		return Optional.ofNullable(HANDS_OUT.get(service + " " + operation));
	}

	/** A parameter that must not stand on a command line, where there is one. */
	static Optional<String> carried(String service, String operation, Map<String, Object> parameters) {
		boolean secure = service.equals("ssm") && operation.equals("put-parameter")
				&& "SecureString".equals(parameters.get("Type"));
		Optional<String> direct = secure ? Optional.of("Value")
				: parameters.keySet().stream().filter(PARAMETERS::contains).findFirst();
		return direct.isPresent() ? direct : variable(service, parameters);
	}

	/** An environment variable that sounds like a secret and has a value. */
	private static Optional<String> variable(String service, Map<String, Object> parameters) {
		boolean hides = JsonText.write(hide(service, parameters)).contains(HIDDEN);
		return hides ? Optional.of("in its variables") : Optional.empty();
	}

	/** An answer or a request without its secrets. */
	static Map<String, Object> hide(String service, Map<String, Object> tree) {
		Map<String, Object> hidden = new LinkedHashMap<>();
		boolean secure = "SecureString".equals(tree.get("Type"));
		boolean named = tree.get("name") instanceof String name && SECRET_NAME.matcher(name).matches();
		tree.forEach((name, value) -> {
			boolean secret = FIELDS.contains(name) || (secure && name.equals("Value"))
					|| (named && name.equals("value")) || (service.equals("apigateway") && name.equals("value"))
					|| (service.equals("lambda") && name.equals("Location"));
			hidden.put(name,
					(secret && value instanceof String) ? HIDDEN
							: (name.equals("Variables") || name.equals("environment")) ? variables(service, value)
									: value(service, value));
		});
		return hidden;
	}

	private static Object value(String service, Object value) {
		return switch (value) {
			case Map<?, ?> map -> hide(service, named(map));
			case List<?> list -> {
				List<Object> hidden = new ArrayList<>();
				list.forEach((each) -> hidden.add(value(service, each)));
				yield hidden;
			}
			default -> value;
		};
	}

	/** Environment variables: those that sound like a secret. */
	private static Object variables(String service, Object value) {
		if (!(value instanceof Map<?, ?> map)) {
			return value(service, value);
		}
		Map<String, Object> hidden = new LinkedHashMap<>();
		named(map).forEach((name, each) -> hidden.put(name,
				(each instanceof String && SECRET_NAME.matcher(name).matches()) ? HIDDEN : value(service, each)));
		return hidden;
	}

	@SuppressWarnings("unchecked") // trees have text for names
	private static Map<String, Object> named(Map<?, ?> map) {
		return (Map<String, Object>) map;
	}

}
