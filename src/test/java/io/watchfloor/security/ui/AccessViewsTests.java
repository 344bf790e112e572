package io.watchfloor.security.ui;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;

import io.watchfloor.security.Authority;
import io.watchfloor.security.OidcSettings;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Person;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.Role;
import io.watchfloor.testing.IntegrationTest;
import io.watchfloor.testing.SignedIn;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@ViewPackages(packages = "io.watchfloor")
@WithMockUser("Alex")
class AccessViewsTests extends SpringBrowserlessTest {

	@Autowired
	ApplicationContext context;

	@Autowired
	Authority authority;

	@Autowired
	PersonStore people;

	@AfterEach
	void signOut() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void anOperatorCannotReachAccess() {
		SignedIn.as(this.context, Role.OPERATOR);
		UI.getCurrent().navigate("access");
		assertThat(getCurrentView()).isNotInstanceOf(AccessView.class);
		assertThat(((Component) getCurrentView()).getElement().getTextRecursively())
			.contains("You may not see this page");
		assertThat(find(PeopleTable.class).all()).isEmpty();
	}

	@Test
	void anInvitedPersonIsShownALinkThatOpensOnce() {
		SignedIn.as(this.context, Role.ADMINISTRATOR);
		navigate("access", AccessView.class);
		String name = "grace" + UUID.randomUUID().toString().substring(0, 8);
		test(find(Button.class).withText("Invite a person").single()).click();
		test(find(TextField.class, find(InviteDialog.class).single()).all().getFirst()).setValue(name);
		test(find(Button.class, find(InviteDialog.class).single()).withText("Make a link").single()).click();
		assertThat(find(InviteDialog.class).all()).isEmpty();
		String url = find(Pre.class, find(LinkDialog.class).single()).single().getText();
		assertThat(this.people.named(name)).map(Person::hasPassword).contains(false);

		String token = url.substring(url.indexOf('#') + 1);
		LinkView link = navigate("login/link", LinkView.class);
		link.open(token);
		assertThat(find(TextField.class, link).single().getValue()).isEqualTo(name);
		test(find(PasswordField.class, link).single()).setValue("short");
		test(find(Button.class, link).withText("Save and sign in").single()).click();
		assertThat(this.people.named(name)).map(Person::hasPassword).contains(false);
		test(find(PasswordField.class, link).single()).setValue(SignedIn.PASSWORD);
		test(find(Button.class, link).withText("Save and sign in").single()).click();
		assertThat(this.people.named(name)).map(Person::hasPassword).contains(true);

		UI.getCurrent().navigate("access/me");
		LinkView again = navigate("login/link", LinkView.class);
		again.open(token);
		assertThat(again.getElement().getTextRecursively()).contains("This link was used");
		assertThat(find(PasswordField.class, again).all()).isEmpty();
	}

	@Test
	void aTokenIsShownOnceAndEnded() {
		SignedIn.as(this.context, Role.OPERATOR);
		navigate("tokens", TokensView.class);
		test(find(Button.class).withText("New token").single()).click();
		TokenDialog dialog = find(TokenDialog.class).single();
		test(find(TextField.class, dialog).single()).setValue("pipeline");
		test(find(Button.class, dialog).withText("Make the token").single()).click();
		assertThat(find(TokenDialog.class).all()).isEmpty();
		TokenShown shown = find(TokenShown.class).single();
		assertThat(find(Pre.class, shown).single().getText()).startsWith("wft_");
		test(find(Button.class, shown).withText("I have copied it").single()).click();
		TokenTable table = find(TokenTable.class).single();
		assertThat(test(table).getCellText(0, 0)).isEqualTo("pipeline");
		((Button) test(table).getCellComponent(0, 5)).click();
		test(find(ConfirmDialog.class).single()).confirm();
		assertThat(test(find(TokenTable.class).single()).getCellComponent(0, 2).getElement().getTextRecursively())
			.contains("Ended");
	}

	@Test
	void endingASessionShutsItsHolderOut() {
		Person eve = SignedIn.as(this.context, Role.OPERATOR);
		Authentication eves = SecurityContextHolder.getContext().getAuthentication();
		assertThat(this.authority.current()).isPresent();
		SignedIn.as(this.context, Role.ADMINISTRATOR);
		navigate("access", AccessView.class);
		SessionTable table = find(SessionTable.class).single();
		int row = row(table, eve);
		((Button) test(table).getCellComponent(row, 5)).click();
		assertThat(this.authority.current()).isPresent();
		SecurityContextHolder.getContext().setAuthentication(eves);
		assertThat(this.authority.current()).isEmpty();
	}

	@Test
	void aChangedRoleCountsAtOnce() {
		SignedIn.withPassword(this.context, Role.ADMINISTRATOR);
		Person eve = SignedIn.as(this.context, Role.VIEWER);
		Authentication eves = SecurityContextHolder.getContext().getAuthentication();
		assertThat(this.authority.has(Permission.MANAGE_PEOPLE)).isFalse();
		SignedIn.as(this.context, Role.ADMINISTRATOR);
		navigate("access", AccessView.class);
		PeopleTable table = find(PeopleTable.class).single();
		int row = IntStream.range(0, test(table).size())
			.filter((at) -> test(table).getRow(at).id().equals(eve.id()))
			.findFirst()
			.orElseThrow();
		Component buttons = test(table).getCellComponent(row, table.getColumns().size() - 1);
		((Button) buttons.getChildren().findFirst().orElseThrow()).click();
		find(RoleChoice.class, find(RolesDialog.class).single()).single().setValue(Set.of(Role.ADMINISTRATOR));
		test(find(Button.class, find(RolesDialog.class).single()).withText("Save").single()).click();
		SecurityContextHolder.getContext().setAuthentication(eves);
		assertThat(this.authority.has(Permission.MANAGE_PEOPLE)).isTrue();
	}

	@Test
	void aRoleThatAnotherNodeTookAwayIsGoneWithinSeconds() {
		Person eve = SignedIn.as(this.context, Role.ADMINISTRATOR);
		assertThat(this.authority.has(Permission.MANAGE_PEOPLE)).isTrue();
		this.people.roles(eve.id(), Set.of(Role.VIEWER));
		Awaitility.await()
			.pollInSameThread()
			.atMost(Duration.ofSeconds(4))
			.until(() -> !this.authority.has(Permission.MANAGE_PEOPLE));
	}

	@Test
	void theAccountShowsItsOwnSessionsAndNobodyElses() {
		SignedIn.as(this.context, Role.ADMINISTRATOR);
		Person me = SignedIn.as(this.context, Role.OPERATOR, Role.APPROVER);
		AccountView view = navigate("access/me", AccountView.class);
		assertThat(view.getElement().getTextRecursively()).contains(me.name(), "Operator, Approver");
		assertThat(find(Button.class, view).withText("Set a password").all()).hasSize(1);
		SessionTable table = find(SessionTable.class).single();
		assertThat(test(table).size()).isEqualTo(1);
		assertThat(test(table).getRow(0).person().id()).isEqualTo(me.id());
		assertThat(test(table).getCellComponent(0, 4).getElement().getTextRecursively()).contains("This one");
	}

	@Test
	void aPasswordIsSetInTheAccount() {
		Person me = SignedIn.as(this.context, Role.VIEWER);
		navigate("access/me", AccountView.class);
		test(find(Button.class).withText("Set a password").single()).click();
		test(find(PasswordField.class, find(PasswordDialog.class).single()).single()).setValue(SignedIn.PASSWORD);
		test(find(Button.class, find(PasswordDialog.class).single()).withText("Save").single()).click();
		assertThat(this.people.find(me.id())).map(Person::hasPassword).contains(true);
	}

	@Test
	void theSignInLeadsToTheOrganisationOnlyWhenOneIsConfigured() {
		assertThat(signIn("https://id.example.org")).contains("Sign in with Example");
		assertThat(signIn(null)).doesNotContain("Example");
		assertThat(signIn(" ")).doesNotContain("Example");
	}

	private static String signIn(@Nullable String issuer) {
		OidcSettings oidc = new OidcSettings(issuer, "watchfloor", null, "Sign in with Example", "preferred_username",
				"", Map.of(), Set.of(Role.VIEWER));
		return new LoginView(new AuthenticationContext(), oidc).getElement().getTextRecursively();
	}

	private int row(SessionTable table, Person person) {
		return IntStream.range(0, test(table).size())
			.filter((at) -> test(table).getRow(at).person().id().equals(person.id()))
			.findFirst()
			.orElseThrow();
	}

}
