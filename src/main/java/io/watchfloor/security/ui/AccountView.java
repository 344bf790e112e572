package io.watchfloor.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

import io.watchfloor.security.Account;
import io.watchfloor.security.Person;
import io.watchfloor.security.Sessions;
import io.watchfloor.security.SignedInSession;
import io.watchfloor.security.StepUp;
import io.watchfloor.ui.MainLayout;

/** One's own account. */
@Route(value = "access/me", layout = MainLayout.class)
@PageTitle("Your account")
@PermitAll
@StyleSheet("themes/access.css")
class AccountView extends Div {

	private final transient Sessions sessions;

	private final SessionTable open;

	AccountView(Account account, Sessions sessions, StepUp stepUp) {
		this.sessions = sessions;
		this.open = new SessionTable(false, sessions::current, this::revoke);
		addClassName("wf-page");
		Person me = account.me();
		Button change = new Button(me.hasPassword() ? "Change the password" : "Set a password", (click) -> stepUp
			.before("change your password", () -> new PasswordDialog(account, this::refresh).open()));
		change.addClassName("access-own");
		Div card = new Div(new Paragraph("%s, signs in as %s".formatted(me.displayName(), me.name())),
				new Paragraph("Roles: " + RoleNames.of(me.roles())), change);
		card.addClassNames("wf-card", "wf-column");
		add(new H1("Your account"), card, new H2("Where you are signed in"), new Div(this.open));
		refresh();
	}

	private void refresh() {
		this.open.show(this.sessions.mine());
	}

	private void revoke(SignedInSession session) {
		this.sessions.revoke(session.id());
		refresh();
	}

}
