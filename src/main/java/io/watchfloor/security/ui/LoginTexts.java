package io.watchfloor.security.ui;

import java.time.Duration;

import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.QueryParameters;
import org.jspecify.annotations.Nullable;
import io.watchfloor.kernel.Counted;

/** What the sign-in says. */
final class LoginTexts {

	private LoginTexts() {
	}

	/** The texts for what the address says went wrong, or null when nothing did. */
	static @Nullable LoginI18n of(QueryParameters query) {
		if (query.getSingleParameter("wait").isPresent()) {
			return texts("Too many attempts", "Wait %s, then try again. Your password was not looked at."
				.formatted(wait(query.getSingleParameter("wait").get())));
		}
		if (query.getSingleParameter("unavailable").isPresent()) {
			return texts("The sign-in does not work at the moment",
					"The database does not answer. Try again in a minute; the server's log says more.");
		}
		if (query.getSingleParameter("organisation").isPresent()) {
			return texts("Your organisation's sign-in was refused",
					"Try again. If it stays, sign in with a password, and tell an administrator: "
							+ "the server's log has the reason.");
		}
		return query.getSingleParameter("error").isPresent() ? wrong() : null;
	}

	static LoginI18n wrong() {
		return texts("This did not work", "Name or password is wrong, or the account is disabled. "
				+ "Look at Caps Lock and try again, or ask an administrator for a new link.");
	}

	private static String wait(String seconds) {
		try {
			Duration wait = Duration.ofSeconds(Math.clamp(Long.parseLong(seconds), 1, 900));
			return (wait.toSeconds() <= 90) ? Counted.of(wait.toSeconds(), "second")
					: Counted.of(wait.toMinutes() + 1, "minute");
		}
		catch (NumberFormatException typed) {
			return "a minute";
		}
	}

	private static LoginI18n texts(String title, String message) {
		LoginI18n texts = LoginI18n.createDefault();
		LoginI18n.Form form = texts.getForm();
		form.setTitle("");
		form.setUsername("Name");
		form.setPassword("Password");
		form.setSubmit("Sign in");
		LoginI18n.ErrorMessage error = texts.getErrorMessage();
		error.setTitle(title);
		error.setMessage(message);
		error.setUsername("Enter your name");
		error.setPassword("Enter your password");
		return texts;
	}

}
