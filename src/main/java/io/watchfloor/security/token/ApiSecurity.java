package io.watchfloor.security.token;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

import io.watchfloor.security.ApiTokens;

/**
 * What stands before the API: a token, in every request. A browser's session opens
 * nothing here, so no other site can make a browser call.
 */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

	@Bean
	@Order(2)
	SecurityFilterChain apiChain(HttpSecurity http, ApiTokens tokens, ApiAnswers answers) throws Exception {
		return http.securityMatcher("/api/**")
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.logout(AbstractHttpConfigurer::disable)
			.anonymous(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.addFilterBefore(new TokenFilter(tokens, answers), AuthorizationFilter.class)
			// The end of a stream and the page of an error were let in as requests before
			.authorizeHttpRequests(
					(requests) -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
						.permitAll()
						.requestMatchers("/api/v1/openapi.json")
						.permitAll()
						.anyRequest()
						.authenticated())
			.exceptionHandling((refusals) -> refusals
				.authenticationEntryPoint((request, response, refused) -> answers.unknown(response)))
			.build();
	}

}
