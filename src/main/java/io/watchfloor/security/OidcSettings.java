package io.watchfloor.security;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The team's identity provider, if there is one.
 *
 * @param issuer its address, exactly as its tokens name it; without it there is no such
 * sign-in
 * @param clientId what it knows this console as
 * @param clientSecret the secret that goes with it
 * @param label what the button says
 * @param nameClaim which claim becomes the person's name
 * @param rolesClaim which claim names roles or groups; empty when administrators give
 * roles here
 * @param roles which of its values means which role; a role's own name needs no entry
 * @param defaultRoles what a person gets who signs in for the first time and whose claim
 * says nothing
 */
@ConfigurationProperties(prefix = "watchfloor.oidc", ignoreUnknownFields = false)
public record OidcSettings(@Nullable String issuer, @DefaultValue("watchfloor") String clientId,
		@Nullable String clientSecret, @DefaultValue("Sign in with your organisation") String label,
		@DefaultValue("preferred_username") String nameClaim, @DefaultValue("") String rolesClaim,
		@DefaultValue Map<String, Role> roles, @DefaultValue("VIEWER") Set<Role> defaultRoles) {

	/** Whether there is a provider. */
	public boolean configured() {
		return this.issuer != null && !this.issuer.isBlank();
	}

	/** Without the secret, which a log may not hold. */
	@Override
	public String toString() {
		return "OidcSettings[issuer=%s, clientId=%s]".formatted(this.issuer, this.clientId);
	}

}
