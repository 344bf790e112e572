package io.watchfloor.action.aws;

import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * With whose credentials a target is called: the SDK's default chain, or two secrets of
 * the target, and from there a role where the target names one.
 */
final class AwsCredentials {

	private final Secrets secrets;

	AwsCredentials(Secrets secrets) {
		this.secrets = secrets;
	}

	/** Those that nothing was assumed with yet. */
	AwsCredentialsProvider base(Target target) {
		SecretReference id = target.secrets().get("access-key-id");
		SecretReference key = target.secrets().get("secret-access-key");
		if (id == null && key == null) {
			return DefaultCredentialsProvider.builder().build();
		}
		if (id == null || key == null) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "Target " + target.id()
					+ " has only one of the secrets access-key-id and secret-access-key. Give both or none.");
		}
		return StaticCredentialsProvider
			.create(AwsBasicCredentials.create(this.secrets.resolve(id), this.secrets.resolve(key)));
	}

	/** Those of the target's role. */
	AwsCredentialsProvider assumed(String role, StsClient sts) {
		return StsAssumeRoleCredentialsProvider.builder()
			.stsClient(sts)
			.refreshRequest((request) -> request.roleArn(role).roleSessionName("watchfloor"))
			.build();
	}

}
