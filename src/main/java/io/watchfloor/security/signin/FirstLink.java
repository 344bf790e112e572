package io.watchfloor.security.signin;

import java.time.temporal.ChronoUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.watchfloor.security.Invitation;
import io.watchfloor.security.OidcSettings;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.SecuritySettings;
import io.watchfloor.security.SignInLinks;

/**
 * Prints a sign-in link while there is no administrator who could sign in, or when the
 * start was told to ({@code --watchfloor.security.new-link=true}). To the standard
 * output, not to the log, which other people may read.
 */
@Component
class FirstLink {

	private static final Logger LOG = LoggerFactory.getLogger(FirstLink.class);

	private final SignInLinks links;

	private final PersonStore people;

	private final SecuritySettings settings;

	private final OidcSettings oidc;

	FirstLink(SignInLinks links, PersonStore people, SecuritySettings settings, OidcSettings oidc) {
		this.links = links;
		this.people = people;
		this.settings = settings;
		this.oidc = oidc;
	}

	@EventListener
	void on(ApplicationReadyEvent started) {
		if (!(started.getApplicationContext() instanceof WebServerApplicationContext)) {
			return;
		}
		boolean administrators = this.people.administrators(this.oidc.configured()) > 0;
		if (!administrators) {
			print(this.links.forAdministrator(false, this.settings.invitation()));
		}
		else if (this.settings.newLink()) {
			LOG.warn("BREAK-GLASS: a sign-in link was asked for at the start and is on the standard output");
			print(this.links.forAdministrator(true, this.settings.breakGlass()));
		}
	}

	@SuppressWarnings("SystemOut")
	private static void print(Invitation link) {
		System.out.printf("%n  Sign in once: %s%n  (good until %s, for one person)%n%n", link.url(),
				link.expires().truncatedTo(ChronoUnit.MINUTES));
	}

}
