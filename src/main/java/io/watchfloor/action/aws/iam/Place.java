package io.watchfloor.action.aws.iam;

import io.watchfloor.catalog.Target;
import org.jspecify.annotations.Nullable;

/**
 * Where a target's resources are.
 *
 * @param account its number, or {@code *} where the catalog does not name it
 */
record Place(String partition, String region, String account) {

	static Place of(Target target, String written) {
		String region = written.isEmpty() ? target.setting("region") : written;
		String partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
		return new Place(partition, region, account(target));
	}

	private static String account(Target target) {
		@Nullable String allowed = target.settings().get("allowed-account");
		String role = target.settings().getOrDefault("role", "");
		return (allowed != null) ? allowed
				: role.matches("arn:aws[a-z-]*:iam::\\d{12}:role/.+") ? role.split(":", -1)[4] : "*";
	}

	String filled(String template) {
		return template.replace("$P", this.partition).replace("$R", this.region).replace("$A", this.account);
	}

}
