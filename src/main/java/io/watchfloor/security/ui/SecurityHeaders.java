package io.watchfloor.security.ui;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What browsers are told about every answer. */
final class SecurityHeaders {

	private static final String REST = "style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
			+ "font-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
			+ "base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

	private SecurityHeaders() {
	}

	static void apply(HeadersConfigurer<HttpSecurity> headers) {
		headers.withObjectPostProcessor(new Eager());
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives("default-src 'none'; " + REST))
			.frameOptions((frame) -> frame.deny())
			.referrerPolicy((referrer) -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((features) -> features
				.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"));
	}

	/**
	 * The policy of one page. Its own scripts are marked with the nonce.
	 * {@code unsafe-eval} is how Vaadin Flow runs the server's instructions in the
	 * browser, and inline styles are how its components set sizes; neither lets a script
	 * in that somebody smuggled into a text.
	 */
	static String pagePolicy(String nonce) {
		return "default-src 'none'; script-src 'self' 'nonce-" + nonce + "' 'unsafe-eval'; " + REST;
	}

	/**
	 * Writes the headers before the page and not after: Vaadin's servlet is forwarded to,
	 * which sends its answer off before the filter would add to it.
	 */
	private static final class Eager implements ObjectPostProcessor<HeaderWriterFilter> {

		@Override
		public <O extends HeaderWriterFilter> O postProcess(O filter) {
			filter.setShouldWriteHeadersEagerly(true);
			return filter;
		}

	}

}
