package io.watchfloor.action.aws;

import java.util.List;
import java.util.Optional;

/**
 * The describe call that tells about the object of a change. Expressions are JMESPath.
 *
 * @param effect what becomes of the object
 * @param describe the call, of the same service
 * @param parameters its parameters, over the request of the change
 * @param state the object, over the answer
 * @param done when the change counts as done, over the object; empty when the new values
 * are enough
 * @param failed when it can no longer be done, over the object
 * @param undo fields whose old values, sent again, put everything back
 */
record Twin(Effect effect, String describe, String parameters, String state, String done, String failed,
		List<String> undo) {

	/** Operations that undo another with the same parameters. */
	private static final List<List<String>> OPPOSITES = List.of(
			List.of("ec2 authorize-security-group-ingress", "ec2 revoke-security-group-ingress"),
			List.of("ec2 authorize-security-group-egress", "ec2 revoke-security-group-egress"),
			List.of("cloudwatch enable-alarm-actions", "cloudwatch disable-alarm-actions"),
			List.of("events enable-rule", "events disable-rule"), List.of("kms enable-key", "kms disable-key"),
			List.of("elbv2 register-targets", "elbv2 deregister-targets"));

	/** What becomes of the object. */
	enum Effect {

		/** It is there before and after, with other values. */
		CHANGES,
		/** It is gone afterwards. */
		REMOVES,
		/** It is there only afterwards. */
		CREATES,
		/**
		 * It tells the surroundings; that AWS accepted the call is all there is to see.
		 */
		SUCCEEDS

	}

	/** The operation that takes back what this one did. */
	static Optional<String> opposite(String service, String operation) {
		String call = service + " " + operation;
		return OPPOSITES.stream()
			.filter((pair) -> pair.contains(call))
			.map((pair) -> pair.get(1 - pair.indexOf(call)))
			.map((other) -> other.substring(service.length() + 1))
			.findFirst();
	}

}
