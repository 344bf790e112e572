package io.watchfloor.sandbox;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sandbox.
 *
 * @param enabled whether it starts; when absent, it does unless a database URL is
 * configured, because then this is not somebody's first try
 * @param refillAfter how long after a gap in the cache was noticed the applications fill
 * it again
 */
@ConfigurationProperties("watchfloor.sandbox")
public record SandboxSettings(@Nullable Boolean enabled, @DefaultValue("30s") Duration refillAfter) {

	/** What holds, given whether a database URL is configured. */
	public boolean enabled(boolean databaseConfigured) {
		return (this.enabled != null) ? this.enabled : !databaseConfigured;
	}

}
