package io.watchfloor.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of the sandbox.
 *
 * @param enabled whether it starts; when absent, it does unless a database URL is
 * configured, because then this is not somebody's first try
 */
@ConfigurationProperties("watchfloor.sandbox")
public record SandboxSettings(@Nullable Boolean enabled) {

	/** What holds, given whether a database URL is configured. */
	public boolean enabled(boolean databaseConfigured) {
		return (this.enabled != null) ? this.enabled : !databaseConfigured;
	}

}
