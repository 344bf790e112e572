package io.watchfloor.security.token;

import java.io.IOException;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.watchfloor.kernel.Problem;
import io.watchfloor.security.ApiToken;
import io.watchfloor.security.ApiTokens;

/**
 * Reads the token from the {@code Authorization} header and from nowhere else: an address
 * ends up in logs, and a cookie would be sent by browsers that other sites command.
 */
class TokenFilter extends OncePerRequestFilter {

	private static final String BEARER = "Bearer ";

	private final ApiTokens tokens;

	private final ApiAnswers answers;

	TokenFilter(ApiTokens tokens, ApiAnswers answers) {
		this.tokens = tokens;
		this.answers = answers;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<ApiToken> token;
		try {
			token = shown(request.getHeader(HttpHeaders.AUTHORIZATION), request.getRemoteAddr());
		}
		catch (RuntimeException trouble) {
			Problem away = Problem.in(trouble).orElseThrow(() -> trouble);
			this.answers.unavailable(response, String.valueOf(away.getMessage()));
			return;
		}
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		token.map(TokenAuthentication::new).ifPresent(context::setAuthentication);
		SecurityContextHolder.setContext(context);
		chain.doFilter(request, response);
	}

	private Optional<ApiToken> shown(@Nullable String header, String address) {
		if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
			return Optional.empty();
		}
		return this.tokens.opened(header.substring(BEARER.length()).strip(), address);
	}

}
