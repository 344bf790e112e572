package io.watchfloor.security.signin;

import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;

import io.watchfloor.kernel.NobodysAddress;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

import io.watchfloor.security.OidcSettings;

/**
 * The identity provider, asked for its addresses at the first sign-in and not at the
 * start: the console starts without it (law 9).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("watchfloor.oidc.issuer")
class OidcClient {

	/** Part of the address to which the provider sends people back. */
	static final String NAME = "watchfloor";

	@Bean
	ClientRegistrationRepository identityProvider(OidcSettings settings) {
		return new SupplierClientRegistrationRepository(
				() -> new InMemoryClientRegistrationRepository(List.of(registration(settings))));
	}

	private static ClientRegistration registration(OidcSettings settings) {
		String issuer = Objects.requireNonNull(settings.issuer());
		demand(issuer);
		ClientRegistration registration = ClientRegistrations.fromOidcIssuerLocation(issuer)
			.registrationId(NAME)
			.clientId(settings.clientId())
			.clientSecret(settings.clientSecret())
			.scope("openid", "profile", "email")
			.build();
		ClientRegistration.ProviderDetails provider = registration.getProviderDetails();
		demand(provider.getTokenUri());
		demand(provider.getJwkSetUri());
		demand(provider.getUserInfoEndpoint().getUri());
		return registration;
	}

	/** What the provider names is asked with the console's own secret: never nobody's. */
	static void demand(@Nullable String address) {
		if (address == null) {
			return;
		}
		try {
			NobodysAddress.refuse(Objects.requireNonNullElse(URI.create(address).getHost(), ""),
					" Look at watchfloor.oidc.issuer.");
		}
		catch (UnknownHostException unknown) {
			// the sign-in says so
		}
	}

}
