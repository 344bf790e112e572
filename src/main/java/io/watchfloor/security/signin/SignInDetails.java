package io.watchfloor.security.signin;

import java.io.Serializable;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import io.watchfloor.security.Token;

/**
 * Where an attempt comes from.
 *
 * @param address as the server sees it
 * @param device the cookie of a browser that has been signed in before
 */
public record SignInDetails(String address, @Nullable String device) implements Serializable {

	/** From the request. */
	public static SignInDetails of(HttpServletRequest request) {
		return new SignInDetails(request.getRemoteAddr(), DeviceCookie.read(request));
	}

	Optional<Token> deviceToken() {
		return Optional.ofNullable(this.device).map(Token::new);
	}

}
