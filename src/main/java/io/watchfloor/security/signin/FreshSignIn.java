package io.watchfloor.security.signin;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Asks the identity provider to take the password again when the address says
 * {@code ?again}. That it did is believed only from {@code auth_time} in the id token,
 * which a provider must tell when asked with {@code max_age}.
 */
public class FreshSignIn implements OAuth2AuthorizationRequestResolver {

	private final DefaultOAuth2AuthorizationRequestResolver requests;

	/** Asks these providers. */
	public FreshSignIn(ClientRegistrationRepository providers) {
		this.requests = new DefaultOAuth2AuthorizationRequestResolver(providers, "/oauth2/authorization");
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		return fresh(this.requests.resolve(request), request);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
		return fresh(this.requests.resolve(request, registration), request);
	}

	private static @Nullable OAuth2AuthorizationRequest fresh(@Nullable OAuth2AuthorizationRequest made,
			HttpServletRequest request) {
		if (made == null || request.getParameter("again") == null) {
			return made;
		}
		return OAuth2AuthorizationRequest.from(made)
			.additionalParameters((parameters) -> parameters.putAll(Map.of("prompt", "login", "max_age", "0")))
			.build();
	}

}
