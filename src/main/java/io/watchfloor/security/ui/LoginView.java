package io.watchfloor.security.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;

import io.watchfloor.security.OidcSettings;

/** The way in. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in")
@AnonymousAllowed
@StyleSheet("themes/access.css")
class LoginView extends Main implements BeforeEnterObserver {

	private final LoginForm form = new LoginForm();

	private final Paragraph notice = new Paragraph();

	private final transient AuthenticationContext authentication;

	LoginView(AuthenticationContext authentication, OidcSettings oidc) {
		this.authentication = authentication;
		addClassName("wf-sign-in");
		this.form.setAction("login");
		this.form.setForgotPasswordButtonVisible(false);
		this.form.setI18n(LoginTexts.wrong());
		this.notice.addClassName("wf-sign-in-notice");
		this.notice.setVisible(false);
		Div card = new Div(new H1("Watchfloor"), this.notice, this.form);
		card.addClassNames("wf-card", "wf-sign-in-card");
		if (oidc.configured()) {
			card.add(organisation(oidc.label()));
		}
		Paragraph help = new Paragraph("No account, or the password is lost? Ask an administrator for a link. "
				+ "Nobody there? Run ./watchfloor sign-in-link on the server.");
		help.addClassName("wf-dim");
		card.add(help);
		add(card);
	}

	private static Anchor organisation(String label) {
		Anchor link = new Anchor("oauth2/authorization/watchfloor", label);
		link.setRouterIgnore(true);
		link.addClassName("wf-sign-in-organisation");
		return link;
	}

	@Override
	public void beforeEnter(BeforeEnterEvent event) {
		QueryParameters query = event.getLocation().getQueryParameters();
		if (this.authentication.isAuthenticated()) {
			event.forwardTo("");
			return;
		}
		LoginI18n texts = LoginTexts.of(query);
		if (texts != null) {
			this.form.setI18n(texts);
			this.form.setError(true);
		}
		else if (query.getSingleParameter("ended").isPresent()) {
			this.notice.setText("Your session was ended. Sign in to go on; nothing that was running has stopped.");
			this.notice.setVisible(true);
		}
	}

}
