package io.watchfloor.action.aws;

import java.time.Duration;

import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.retries.AdaptiveRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/** When a call is sent again. */
final class Retries {

	private static final int ATTEMPTS = 5;

	private Retries() {
	}

	/** For looking: the SDK's own judgement, slower when the service says so. */
	static RetryStrategy adaptive() {
		return AwsRetryStrategy.adaptiveRetryStrategy();
	}

	/**
	 * For changing: again only when the service said that it was too fast and that it did
	 * nothing. A broken line or a 500 may have happened, and a person decides; the
	 * client's own defaults would send those again.
	 */
	static RetryStrategy onceAccepted() {
		return AdaptiveRetryStrategy.builder()
			.useClientDefaults(false)
			.maxAttempts(ATTEMPTS)
			.backoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(100), Duration.ofSeconds(5)))
			.throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofSeconds(1), Duration.ofSeconds(20)))
			.retryOnException(Retries::tooFast)
			.treatAsThrottling(Retries::tooFast)
			.build();
	}

	private static boolean tooFast(Throwable trouble) {
		return trouble instanceof SdkServiceException refusal && refusal.isThrottlingException();
	}

}
