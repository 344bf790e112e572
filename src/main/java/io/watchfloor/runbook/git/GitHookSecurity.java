package io.watchfloor.runbook.git;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Hooks are signed, so nobody signs in for them: no session, no cookie, and no token of a
 * form that a code host could not know.
 */
@Configuration(proxyBeanMethods = false)
class GitHookSecurity {

	@Bean
	@Order(1)
	SecurityFilterChain hookChain(HttpSecurity http) throws Exception {
		return http.securityMatcher("/hooks/**")
			.csrf(AbstractHttpConfigurer::disable)
			.requestCache(AbstractHttpConfigurer::disable)
			.sessionManagement((sessions) -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.authorizeHttpRequests((requests) -> requests.requestMatchers(HttpMethod.POST, "/hooks/git/*")
				.permitAll()
				.anyRequest()
				.denyAll())
			.build();
	}

}
