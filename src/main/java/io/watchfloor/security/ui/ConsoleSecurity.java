package io.watchfloor.security.ui;

import java.util.List;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.session.HttpSessionEventPublisher;

import io.watchfloor.security.LiveSessions;
import io.watchfloor.security.signin.FreshSignIn;
import io.watchfloor.security.signin.OidcPeople;
import io.watchfloor.security.signin.SessionGuard;
import io.watchfloor.security.signin.SessionStart;
import io.watchfloor.security.signin.SignInDetails;

/**
 * What stands before every page: only the sign-in, style sheets, images and the health
 * check are open.
 */
@Configuration(proxyBeanMethods = false)
class ConsoleSecurity {

	@Bean
	SecurityFilterChain consoleChain(HttpSecurity http, AuthenticationProvider localSignIn, SessionStart start,
			LiveSessions sessions, SignOut signOut, ObjectProvider<ClientRegistrationRepository> providers,
			OidcPeople organisation) throws Exception {
		// First, so that the form knows of its page before it makes one of its own
		http.with(VaadinSecurityConfigurer.vaadin(),
				(vaadin) -> vaadin.loginView(LoginView.class, "/login")
					.addLogoutHandler(signOut)
					// So that an unknown address shows the console's own page, and no
					// bare 403
					.anyRequest((other) -> other.authenticated()))
			.authenticationProvider(localSignIn)
			.authorizeHttpRequests((requests) -> requests
				.requestMatchers("/actuator/health/**", "/themes/**", "/schemas/**", "/icons/**", "/images/**")
				.permitAll()
				.requestMatchers("/actuator/**")
				.denyAll())
			.formLogin((form) -> form
				.authenticationDetailsSource((HttpServletRequest request) -> SignInDetails.of(request))
				.failureHandler(new SignInFailures()))
			.sessionManagement(
					(management) -> management.sessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
							List.of(new ChangeSessionIdAuthenticationStrategy(), start))))
			.addFilterBefore(new OtherSites(), CsrfFilter.class)
			.addFilterAfter(new SessionGuard(sessions), SecurityContextHolderFilter.class)
			.headers(SecurityHeaders::apply);
		ClientRegistrationRepository provider = providers.getIfAvailable();
		if (provider != null) {
			http.oauth2Login((login) -> login.loginPage("/login")
				.authorizationEndpoint((endpoint) -> endpoint.authorizationRequestResolver(new FreshSignIn(provider)))
				.userInfoEndpoint((endpoint) -> endpoint.oidcUserService(organisation))
				.failureHandler(new OrganisationFailures()));
		}
		return http.build();
	}

	/** Tells of sessions that time out. */
	@Bean
	ServletListenerRegistrationBean<HttpSessionEventPublisher> sessionEvents() {
		return new ServletListenerRegistrationBean<>(new HttpSessionEventPublisher());
	}

}
