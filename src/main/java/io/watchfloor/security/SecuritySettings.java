package io.watchfloor.security;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things last.
 *
 * @param idle after this time without a click a session ends
 * @param longest after this time a session ends in any case
 * @param stepUp how long a proven password is remembered
 * @param invitation how long an invitation or a first sign-in link is good
 * @param breakGlass how long a sign-in link asked for on the server is good
 * @param newLink whether to print a sign-in link at the start though there is an
 * administrator already
 */
@ConfigurationProperties(prefix = "watchfloor.security", ignoreUnknownFields = false)
public record SecuritySettings(@DefaultValue("30m") Duration idle, @DefaultValue("12h") Duration longest,
		@DefaultValue("10m") Duration stepUp, @DefaultValue("24h") Duration invitation,
		@DefaultValue("1h") Duration breakGlass, @DefaultValue("false") boolean newLink) {

	public SecuritySettings {
		if (idle.compareTo(Duration.ofMinutes(1)) < 0 || longest.compareTo(idle) < 0) {
			throw new IllegalArgumentException(
					"watchfloor.security.idle must be at least 1m and not exceed watchfloor.security.longest");
		}
	}

}
