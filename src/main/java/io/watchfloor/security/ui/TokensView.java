package io.watchfloor.security.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

import io.watchfloor.security.ApiToken;
import io.watchfloor.security.ApiTokens;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.security.StepUp;
import io.watchfloor.security.Token;
import io.watchfloor.ui.EmptyState;
import io.watchfloor.ui.MainLayout;

/** Tokens by which programs call, one's own and, for administrators, everybody's. */
@Route(value = "tokens", layout = MainLayout.class)
@PageTitle("Tokens")
@PermitAll
@StyleSheet("themes/access.css")
class TokensView extends Div {

	private final transient ApiTokens tokens;

	private final transient Authority authority;

	private final transient StepUp stepUp;

	private final Div content = new Div();

	TokensView(ApiTokens tokens, Authority authority, StepUp stepUp) {
		this.tokens = tokens;
		this.authority = authority;
		this.stepUp = stepUp;
		addClassName("wf-page");
		this.content.addClassName("wf-column");
		Button make = new Button("New token", (click) -> ask());
		make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
		make.addClassName("wf-spread");
		Div title = new Div(new H1("Tokens"), make);
		title.addClassName("wf-row");
		Anchor description = new Anchor("/api/v1/openapi.json", "description of the API");
		description.setRouterIgnore(true);
		Paragraph about = new Paragraph();
		about.add("A token lets a program start, confirm and follow runs in your name, within what you may. ");
		about.add("The ");
		about.add(description);
		about.add(" is in the OpenAPI format.");
		about.addClassName("wf-dim");
		add(title, about, this.content);
		refresh();
	}

	private void refresh() {
		this.content.removeAll();
		TokenTable mine = new TokenTable(false, this.tokens::good, this::revoke);
		mine.show(this.tokens.mine());
		this.content.add(this.tokens.mine().isEmpty() ? new EmptyState("No token yet",
				"Make one for each program, so that one can be ended without the others.") : mine);
		if (this.authority.has(Permission.MANAGE_PEOPLE)) {
			TokenTable all = new TokenTable(true, this.tokens::good, this::revoke);
			all.show(this.tokens.all());
			this.content.add(new H2("Everybody's tokens"), all);
		}
	}

	private void ask() {
		new TokenDialog(this.tokens.grantable(), (request) -> this.stepUp.before("make a token", () -> {
			Token text = this.tokens.create(request.name(), request.scopes(), request.valid());
			request.done().run();
			new TokenShown(request.name(), text).open();
			refresh();
		})).open();
	}

	private void revoke(ApiToken token) {
		this.tokens.revoke(token.id());
		refresh();
	}

}
