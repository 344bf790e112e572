package io.watchfloor.security.signin;

import java.time.Duration;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

import io.watchfloor.security.Token;

/** Marks a browser on which somebody has signed in; opens nothing by itself. */
final class DeviceCookie {

	private static final String NAME = "watchfloor-device";

	private static final Duration AGE = Duration.ofDays(180);

	private DeviceCookie() {
	}

	static @Nullable String read(HttpServletRequest request) {
		Cookie cookie = WebUtils.getCookie(request, NAME);
		return (cookie != null && cookie.getValue().length() <= 64) ? cookie.getValue() : null;
	}

	static void write(HttpServletRequest request, HttpServletResponse response, Token token) {
		String path = request.getContextPath().isEmpty() ? "/" : request.getContextPath();
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(NAME, token.text())
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.path(path)
					.maxAge(AGE)
					.build()
					.toString());
	}

}
