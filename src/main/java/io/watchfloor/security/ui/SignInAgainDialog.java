package io.watchfloor.security.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * For somebody without a password here: the identity provider asks again, and the way
 * leads back to a fresh sign-in, which counts for ten minutes.
 */
class SignInAgainDialog extends Dialog {

	SignInAgainDialog(String why) {
		setHeaderTitle("Sign in again");
		setWidth("min(380px, 94vw)");
		add(new Paragraph(
				"To %s, sign in with your organisation again, then repeat it within ten minutes. ".formatted(why)
						+ "Or set a password under Your account, to be asked for here."));
		Button ok = new Button("Sign in again", (click) -> leave(UI.getCurrent()));
		ok.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
		getFooter().add(new Button("Cancel", (click) -> close()), ok);
	}

	/** Comes back to this page, as if the sign-in had interrupted the way to it. */
	private static void leave(UI ui) {
		String here = ui.getInternals().getActiveViewLocation().getPathWithQueryParameters();
		ui.getSession().getSession().setAttribute("SPRING_SECURITY_SAVED_REQUEST", new SimpleSavedRequest("/" + here));
		ui.getPage().setLocation("oauth2/authorization/watchfloor?again");
	}

}
