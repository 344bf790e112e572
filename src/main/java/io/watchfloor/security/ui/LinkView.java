package io.watchfloor.security.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.jspecify.annotations.Nullable;

import io.watchfloor.security.Person;
import io.watchfloor.security.SignInLinks;
import io.watchfloor.security.Token;

/**
 * Where a single-use link leads: choose a password, and for the first administrator a
 * name. The token stands behind the #, which a browser sends to no server; the page asks
 * for it, so it is in no access log and no referrer.
 */
@Route(value = "login/link", autoLayout = false)
@PageTitle("Choose a password")
@AnonymousAllowed
@StyleSheet("themes/access.css")
class LinkView extends Main {

	private final transient SignInLinks links;

	private final Div card = new Div(new H1("Watchfloor"));

	LinkView(SignInLinks links) {
		this.links = links;
		addClassName("wf-sign-in");
		this.card.addClassNames("wf-card", "wf-sign-in-card");
		add(this.card);
	}

	@Override
	protected void onAttach(AttachEvent event) {
		super.onAttach(event);
		event.getUI().getPage().fetchCurrentURL((url) -> open(url.getRef()));
	}

	/** Shows what the link is for. */
	void open(@Nullable String token) {
		Token given = new Token((token != null) ? token : "");
		this.links.look(given).ifPresentOrElse((link) -> {
			this.card.add(new Paragraph(link.person().map(LinkView::welcome).orElse(FIRST)));
			this.card.add(new PasswordForm(this.links, given, link.person().map(Person::name).orElse(null)));
		}, this::notGood);
	}

	private static final String FIRST = "You become an administrator with all roles. Choose the name and the "
			+ "password you will sign in with.";

	private static String welcome(Person person) {
		return "Welcome, %s. You sign in as %s; choose a password.".formatted(person.displayName(), person.name());
	}

	private void notGood() {
		this.card.add(new Paragraph("This link was used, replaced by a newer one, or has expired. Ask an administrator "
				+ "for a new one, or run ./watchfloor sign-in-link on the server."));
		this.card.add(new Anchor("login", "Go to the sign-in"));
	}

}
