package io.watchfloor.security.ui;

import java.util.Set;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

import io.watchfloor.security.Grant;
import io.watchfloor.security.Invitation;
import io.watchfloor.security.People;
import io.watchfloor.security.Person;
import io.watchfloor.security.Places;
import io.watchfloor.security.Role;
import io.watchfloor.security.Sessions;
import io.watchfloor.security.SignedInSession;
import io.watchfloor.security.StepUp;
import io.watchfloor.ui.MainLayout;

/** People, what they are trusted with, and where they are signed in. */
@Route(value = "access", layout = MainLayout.class)
@PageTitle("Access")
@PermitAll
@StyleSheet("themes/access.css")
class AccessView extends Div {

	private final transient People people;

	private final transient Sessions sessions;

	private final transient StepUp stepUp;

	private final transient Places places;

	private final PeopleTable table;

	private final SessionTable open;

	AccessView(People people, Sessions sessions, StepUp stepUp, Places places) {
		this.people = people;
		this.sessions = sessions;
		this.stepUp = stepUp;
		this.places = places;
		this.table = new PeopleTable(new Actions());
		this.open = new SessionTable(true, sessions::current, this::revoke);
		addClassName("wf-page");
		Button invite = new Button("Invite a person", (click) -> new InviteDialog(this::invite).open());
		invite.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
		invite.addClassName("wf-spread");
		Div title = new Div(new H1("Access"), invite);
		title.addClassName("wf-row");
		add(title, new Div(this.table), new H2("Signed in now"), new Div(this.open));
		refresh();
	}

	private void refresh() {
		this.table.show(this.people.all());
		this.open.show(this.sessions.all());
	}

	private void invite(InviteDialog.Request request) {
		this.stepUp.before("invite " + request.name(), () -> {
			Invitation link = this.people.invite(request.name(), request.displayName(), request.roles());
			request.done().run();
			new LinkDialog(request.name(), link).open();
			refresh();
		});
	}

	private void revoke(SignedInSession session) {
		this.sessions.revoke(session.id());
		refresh();
	}

	/** What the rows' buttons do. */
	private final class Actions implements PeopleTable.Actions {

		@Override
		public void roles(Person person) {
			new RolesDialog(person, AccessView.this.places, (roles, grants) -> AccessView.this.stepUp
				.before("change the roles of " + person.name(), () -> change(person, roles, grants))).open();
		}

		private void change(Person person, Set<Role> roles, Set<Grant> grants) {
			if (!roles.equals(person.roles())) {
				AccessView.this.people.changeRoles(person.id(), roles);
			}
			if (!grants.equals(person.grants())) {
				AccessView.this.people.changeGrants(person.id(), grants);
			}
			refresh();
		}

		@Override
		public void link(Person person) {
			AccessView.this.stepUp.before("make a link for " + person.name(),
					() -> new LinkDialog(person.name(), AccessView.this.people.newLink(person.id())).open());
		}

		@Override
		public void disable(Person person) {
			AccessView.this.people.disable(person.id());
			refresh();
		}

		@Override
		public void enable(Person person) {
			AccessView.this.stepUp.before("let " + person.name() + " in again", () -> {
				AccessView.this.people.enable(person.id());
				refresh();
			});
		}

	}

}
