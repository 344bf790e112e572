package io.watchfloor.action.aws.secrets;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.SecretCall;
import io.watchfloor.command.Word;
import org.springframework.stereotype.Component;

/** Knows the two calls that set a secret's value. */
@Component
class SecretLines implements SecretCall {

	private static final Pattern PREVIOUS = Pattern
		.compile("\"?\\$\\(\\s*aws\\s+secretsmanager\\s+get-secret-value\\s+--secret-id\\s+(\\S+)"
				+ "\\s+--version-stage\\s+AWSPREVIOUS\\s+--query\\s+SecretString\\s+--output\\s+text\\s*\\)\"?");

	private static final Pattern GENERATED = Pattern.compile("\"?\\$\\(\\s*openssl\\s+rand\\s+-base64\\s+32\\s*\\)\"?");

	@Override
	public Optional<Action> of(AwsChange call, Word secret) {
		Optional<SecretPut.Operation> operation = Arrays.stream(SecretPut.Operation.values())
			.filter((each) -> call.is("secretsmanager " + each.word()))
			.findFirst();
		if (operation.isEmpty() || !call.parameters().keySet().equals(Set.of("SecretId")) || !call.query().isEmpty()) {
			return Optional.empty();
		}
		String id = Objects.toString(call.parameters().get("SecretId"), "");
		return value(id, secret).map((value) -> new SecretPut(operation.get(), id, value, call.region()));
	}

	/**
	 * A text or a variable is a value that the person has; of what is worked out, two
	 * forms are known.
	 */
	private static Optional<SecretPut.Value> value(String id, Word secret) {
		if (secret.parts().stream().noneMatch((part) -> part instanceof Word.Expansion)) {
			return Optional.of(SecretPut.Value.REFERENCE);
		}
		if (GENERATED.matcher(secret.source()).matches()) {
			return Optional.of(SecretPut.Value.GENERATED);
		}
		Matcher previous = PREVIOUS.matcher(secret.source().replaceAll("\\\\\\r?\\n", " "));
		boolean same = previous.matches() && previous.group(1).replaceAll("['\"]", "").equals(id);
		return same ? Optional.of(SecretPut.Value.PREVIOUS) : Optional.empty();
	}

}
