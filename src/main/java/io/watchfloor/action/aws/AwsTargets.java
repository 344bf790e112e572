package io.watchfloor.action.aws;

import java.util.Set;

import io.watchfloor.action.AddressGuard;
import io.watchfloor.catalog.TargetKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the catalog can say of an AWS account and region. */
@Configuration(proxyBeanMethods = false)
public class AwsTargets {

	/** The kind of such a target. */
	public static final String KIND = "aws";

	/** The reference to a value that a secret of AWS shall get. */
	public static final String NEW_SECRET_VALUE = "new-secret-value";

	@Bean
	TargetKind awsKind() {
		return new TargetKind(KIND, Set.of("region"),
				Set.of("role", "endpoint", "allowed-account", "files", AddressGuard.SETTING),
				Set.of("access-key-id", "secret-access-key", NEW_SECRET_VALUE));
	}

}
