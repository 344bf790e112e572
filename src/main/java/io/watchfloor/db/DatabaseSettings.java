package io.watchfloor.db;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which PostgreSQL to use; without a URL an embedded one.
 *
 * @param url {@code jdbc:postgresql://host/database} or
 * {@code postgresql://user:password@host/database}
 * @param user overrides the URL's
 * @param password overrides the URL's
 * @param patience how long a start waits for a database that does not answer
 * @param connections the most that are open at once
 */
@ConfigurationProperties(prefix = "watchfloor.database", ignoreUnknownFields = false)
record DatabaseSettings(@Nullable String url, @Nullable String user, @Nullable String password,
		@DefaultValue("60s") Duration patience, @DefaultValue("16") int connections) {

	boolean embedded() {
		return this.url == null || this.url.isBlank();
	}

	DatabaseAddress address() {
		DatabaseAddress written = DatabaseAddress.parse((this.url != null) ? this.url : "");
		return new DatabaseAddress(written.jdbcUrl(), (this.user != null) ? this.user : written.user(),
				(this.password != null) ? this.password : written.password());
	}

	/** Without the password, which a log may not hold. */
	@Override
	public String toString() {
		return "DatabaseSettings[embedded=%s, user=%s]".formatted(embedded(), this.user);
	}

}
