package io.watchfloor.security;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.sql.DataSource;

import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.annotation.EnableTransactionManagement;

import io.watchfloor.db.StoreStatus;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.testing.MutableClock;
import io.watchfloor.testing.TestStore;

/** The module on a database of its own, without web pages, with a clock that stands. */
public final class SecurityHouse implements AutoCloseable {

	/** Good enough for everybody. */
	public static final String PASSWORD = "four unrelated words";

	private final TestStore store = TestStore.create();

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	/** Opens it. */
	public SecurityHouse() {
		this.context.registerBean(TestStore.class, () -> this.store);
		this.context.register(Rooms.class);
		this.context.refresh();
	}

	/** A bean. */
	public <T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	/** The clock that everybody looks at. */
	public MutableClock clock() {
		return get(MutableClock.class);
	}

	/** What was told to the audit log. */
	public List<SecurityEvent> journal() {
		return get(Journal.class).events;
	}

	/** From now on the audit log cannot be written. */
	public void breakTheLog() {
		get(Journal.class).broken = true;
	}

	/** Adds somebody who can sign in with {@link #PASSWORD}. */
	public Person person(String name, Role... roles) {
		Person person = new Person(PersonId.create(), name, name, Set.of(roles), true, false, false, clock().instant());
		get(PersonStore.class).add(person, null, null);
		get(PersonStore.class).password(person.id(), get(Passwords.class).encode(PASSWORD));
		return get(PersonStore.class).find(person.id()).orElseThrow();
	}

	/** The first administrator, by the first link. */
	public Person administrator() {
		Invitation link = get(SignInLinks.class).forAdministrator(false, Duration.ofHours(24));
		return get(SignInLinks.class).accept(token(link), "ada", PASSWORD);
	}

	/** What stands behind the #. */
	public static Token token(Invitation link) {
		return new Token(link.url().substring(link.url().indexOf('#') + 1));
	}

	/** Signs somebody in on this thread. */
	public SessionId signIn(Person person) {
		SignedInSession session = new SignedInSession(SessionId.create(), person, clock().instant(), clock().instant(),
				clock().instant(), "10.0.0.1", "a test", null);
		get(SessionStore.class).add(session);
		act(session.id());
		return session.id();
	}

	/** Goes on as the holder of a session. */
	public void act(SessionId session) {
		TestingAuthenticationToken token = new TestingAuthenticationToken("somebody", null, "ROLE_NOTHING");
		token.setDetails(session);
		SecurityContextHolder.getContext().setAuthentication(token);
	}

	@Override
	public void close() {
		SecurityContextHolder.clearContext();
		this.context.close();
		this.store.close();
	}

	/** Hears what is told to the audit log. */
	static class Journal {

		private final List<SecurityEvent> events = new CopyOnWriteArrayList<>();

		private volatile boolean broken;

		@EventListener
		void on(SecurityEvent event) {
			if (this.broken) {
				throw new Problem(Category.UNREACHABLE, "The audit log cannot be written. Mend the disk.");
			}
			this.events.add(event);
		}

	}

	/**
	 * What the rest of the console would provide; the console itself must not find it.
	 */
	@TestConfiguration(proxyBeanMethods = false)
	@EnableTransactionManagement
	@ComponentScan(basePackages = "io.watchfloor.security",
			excludeFilters = { @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(ui|token)\\..*"),
					@ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(LinkRequests|OidcClient|Tests.*)"),
					@ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*SecurityHouse.*") })
	static class Rooms {

		@Bean
		MutableClock clock() {
			return MutableClock.at("2026-03-01T03:00:00Z");
		}

		@Bean
		DataSourceTransactionManager transactions(TestStore store) {
			return new DataSourceTransactionManager(store.dataSource());
		}

		@Bean
		DSLContext jooq(TestStore store) {
			DataSource source = new TransactionAwareDataSourceProxy(store.dataSource());
			return DSL.using(source, SQLDialect.POSTGRES);
		}

		@Bean
		StoreStatus status() {
			return Optional::empty;
		}

		@Bean
		Journal journal() {
			return new Journal();
		}

		@Bean
		SecuritySettings settings() {
			return new SecuritySettings(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofMinutes(10),
					Duration.ofHours(24), Duration.ofHours(1), false);
		}

		@Bean
		OidcSettings oidc() {
			return new OidcSettings(null, "watchfloor", null, "Sign in", "preferred_username", "groups",
					Map.of("ops", Role.OPERATOR), EnumSet.of(Role.VIEWER));
		}

	}

}
