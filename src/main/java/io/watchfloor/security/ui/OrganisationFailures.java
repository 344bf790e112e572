package io.watchfloor.security.ui;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the sign-in; the reason is for administrators, in the log. */
class OrganisationFailures implements AuthenticationFailureHandler {

	private static final Logger LOG = LoggerFactory.getLogger(OrganisationFailures.class);

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		LOG.warn("a sign-in through the identity provider was refused: {}", failure.getMessage());
		response.sendRedirect(request.getContextPath() + "/login?organisation");
	}

}
