package io.watchfloor.security.ui;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

import io.watchfloor.security.signin.Throttled;

/** Leads back to the sign-in, with what went wrong in the address. */
class SignInFailures implements AuthenticationFailureHandler {

	private static final Logger LOG = LoggerFactory.getLogger(SignInFailures.class);

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		response.sendRedirect(request.getContextPath() + "/login?" + reason(failure));
	}

	private static String reason(AuthenticationException failure) {
		if (failure instanceof Throttled early) {
			return "wait=" + (early.remaining().toSeconds() + 1);
		}
		if (failure instanceof InternalAuthenticationServiceException) {
			LOG.warn("somebody could not sign in: {}", String.valueOf(failure.getCause()));
			return "unavailable";
		}
		return "error";
	}

}
