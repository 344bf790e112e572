package io.watchfloor.security.token;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

import io.watchfloor.security.ApiToken;

/** A program that showed a token; what it may is looked up anew each time. */
final class TokenAuthentication extends AbstractAuthenticationToken {

	private static final long serialVersionUID = 1L;

	private final String name;

	TokenAuthentication(ApiToken token) {
		super(List.of());
		this.name = token.person().name();
		setDetails(token.id());
		setAuthenticated(true);
	}

	@Override
	public Object getCredentials() {
		return "";
	}

	@Override
	public Object getPrincipal() {
		return this.name;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return super.equals(other) && other instanceof TokenAuthentication;
	}

	@Override
	public int hashCode() {
		return super.hashCode();
	}

}
