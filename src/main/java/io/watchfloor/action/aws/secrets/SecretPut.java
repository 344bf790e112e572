package io.watchfloor.action.aws.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.watchfloor.action.Shell;
import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.Calling;
import io.watchfloor.kernel.Risk;

/**
 * Gives a secret a new version. What a line has for its value is never kept: the value is
 * the one that the target refers to as {@code new-secret-value}, the version before, or
 * made anew.
 *
 * @param operation which of the two calls
 * @param secretId its name or ARN
 * @param value where the value comes from
 * @param region where to; empty for the target's own
 */
public record SecretPut(Operation operation, String secretId, Value value, String region) implements Calling {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9/_+=.@:-]{1,2048}");

	private static final Pattern REGION = Pattern.compile("([a-z]{2}(-[a-z]+)+-[0-9])?");

	/** The calls that set a secret. */
	public enum Operation {

		/** Changes the secret. */
		UPDATE_SECRET,
		/** Adds a version. */
		PUT_SECRET_VALUE;

		/** As the {@code aws} command names it. */
		String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

	/** Where a value comes from. */
	public enum Value {

		/** The target's reference to it. */
		REFERENCE,
		/** The version before, read when it is set. */
		PREVIOUS,
		/** 32 random bytes in Base64, made when it is set and seen by nobody. */
		GENERATED

	}

	public SecretPut {
		Objects.requireNonNull(value, "value");
		Objects.requireNonNull(operation, "operation");
		if (!ID.matcher(secretId).matches() || secretId.startsWith("-")) {
			throw new IllegalArgumentException("'" + secretId + "' is no name of a secret");
		}
		if (!REGION.matcher(region).matches()) {
			throw new IllegalArgumentException("'" + region + "' is no region");
		}
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Set the secret " + this.secretId + switch (this.value) {
			case PREVIOUS -> " to its version before";
			case REFERENCE -> " to the value that the target refers to";
			case GENERATED -> " to a new random key";
		};
	}

	@Override
	public String commandLine() {
		String id = Shell.quote(this.secretId);
		String secret = switch (this.value) {
			case PREVIOUS -> "$(aws secretsmanager get-secret-value --secret-id " + id
					+ " --version-stage AWSPREVIOUS --query SecretString --output text)";
			case REFERENCE -> "$NEW_SECRET_VALUE";
			case GENERATED -> "$(openssl rand -base64 32)";
		};
		return "aws secretsmanager " + this.operation.word() + " --secret-id " + id + " --secret-string \"" + secret
				+ "\"" + (this.region.isEmpty() ? "" : " --region " + this.region);
	}

	@Override
	public List<AwsCall> calls() {
		Stream<String> previous = (this.value == Value.PREVIOUS) ? Stream.of("get-secret-value") : Stream.empty();
		return Stream
			.concat(Stream.of("list-secret-version-ids", this.operation.word(), "update-secret-version-stage"),
					previous)
			.map((call) -> new AwsCall("secretsmanager", call, Map.of("SecretId", this.secretId), this.region))
			.toList();
	}

}
