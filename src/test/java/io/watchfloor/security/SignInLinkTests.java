package io.watchfloor.security;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.watchfloor.kernel.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignInLinkTests {

	private final SecurityHouse house = new SecurityHouse();

	private final SignInLinks links = this.house.get(SignInLinks.class);

	@AfterEach
	void close() {
		this.house.close();
	}

	@Test
	void theFirstLinkMakesItsHolderAdministratorWithAllRoles() {
		Person ada = this.house.administrator();
		assertThat(ada.roles()).containsExactlyInAnyOrder(Role.values());
		assertThat(this.house.get(PersonStore.class).administrators(false)).isOne();
		assertThat(this.house.journal()).extracting(SecurityEvent::action)
			.containsExactly("first-link.created", "first-link.used");
	}

	@Test
	void theTokenStandsBehindTheHashWhereNoServerLogSeesIt() {
		Invitation link = this.links.forAdministrator(false, Duration.ofHours(24));
		assertThat(link.url()).matches("http://localhost:8080/login/link#[A-Za-z0-9_-]{43}");
	}

	@Test
	void lookingAtALinkDoesNotUseItUp() {
		Token token = SecurityHouse.token(this.links.forAdministrator(false, Duration.ofHours(24)));
		assertThat(this.links.look(token)).isPresent();
		assertThat(this.links.look(token)).isPresent();
	}

	@Test
	void aPasswordThatIsTooEasyLeavesTheLinkGood() {
		Token token = SecurityHouse.token(this.links.forAdministrator(false, Duration.ofHours(24)));
		assertThatThrownBy(() -> this.links.accept(token, "ada", "short")).isInstanceOf(Problem.class)
			.hasMessageContaining("fewer than 12");
		assertThatThrownBy(() -> this.links.accept(token, "adalovelace", "adalovelaceadalovelace"))
			.isInstanceOf(Problem.class)
			.hasMessageContaining("is the name");
		assertThat(this.links.look(token)).isPresent();
	}

	@Test
	void theFirstLinksOfTwoConsolesAreGoodUntilOneIsUsed() {
		Token first = SecurityHouse.token(this.links.forAdministrator(false, Duration.ofHours(24)));
		Token second = SecurityHouse.token(this.links.forAdministrator(false, Duration.ofHours(24)));
		assertThat(this.links.look(second)).isPresent();
		this.links.accept(first, "ada", SecurityHouse.PASSWORD);
		assertThat(this.links.look(second)).isEmpty();
	}

	@Test
	void aLinkEndsWithItsTimeAndWithANewerOne() {
		Token first = SecurityHouse.token(this.links.forAdministrator(true, Duration.ofHours(24)));
		Token second = SecurityHouse.token(this.links.forAdministrator(true, Duration.ofHours(24)));
		assertThat(this.links.look(first)).isEmpty();
		this.house.clock().advance(Duration.ofHours(24));
		assertThatThrownBy(() -> this.links.accept(second, "ada", SecurityHouse.PASSWORD)).isInstanceOf(Problem.class)
			.hasMessageContaining("has expired");
	}

	@Test
	void ofTwentyThatUseALinkAtOnceExactlyOneWins() throws Exception {
		Token token = SecurityHouse.token(this.links.forAdministrator(false, Duration.ofHours(24)));
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
			List<Future<Boolean>> tries = IntStream.range(0, 20)
				.mapToObj((number) -> threads.submit(attempt(token, "person" + number, start)))
				.toList();
			start.countDown();
			int won = 0;
			for (Future<Boolean> one : tries) {
				won += one.get() ? 1 : 0;
			}
			assertThat(won).isOne();
		}
		assertThat(this.house.get(PersonStore.class).all()).hasSize(1);
	}

	private Callable<Boolean> attempt(Token token, String name, CountDownLatch start) {
		return () -> {
			start.await();
			try {
				this.links.accept(token, name, SecurityHouse.PASSWORD);
				return true;
			}
			catch (Problem lost) {
				return false;
			}
		};
	}

	@Test
	void breakGlassGivesAnExistingPersonANewPasswordAndIsLoud() {
		Person ada = this.house.administrator();
		SessionId old = this.house.signIn(ada);
		Token token = SecurityHouse.token(this.links.forAdministrator(true, Duration.ofHours(1)));
		this.links.accept(token, "ADA", "another four words");
		assertThat(this.house.journal()).extracting(SecurityEvent::action)
			.contains("break-glass.link-created", "break-glass.used");
		assertThat(this.house.get(SessionStore.class).find(old).orElseThrow().ended()).isNotNull();
	}

	@Test
	void breakGlassWorksWhenTheAuditLogCannotBeWritten() {
		this.house.breakTheLog();
		assertThat(this.house.administrator().name()).isEqualTo("ada");
	}

}
