package io.watchfloor.security.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.watchfloor.db.DataFolder;
import io.watchfloor.security.Invitation;
import io.watchfloor.security.SecuritySettings;
import io.watchfloor.security.SignInLinks;

/**
 * Break-glass while the console runs: whoever can write a file
 * {@code sign-in-link.request} into the data folder, which only the user that runs the
 * console can, finds a link in {@code sign-in-link} two seconds later. This is what
 * {@code ./watchfloor sign-in-link} does.
 */
@Component
class LinkRequests {

	private static final Logger LOG = LoggerFactory.getLogger(LinkRequests.class);

	private final Path request;

	private final Path answer;

	private final SignInLinks links;

	private final SecuritySettings settings;

	LinkRequests(DataFolder data, SignInLinks links, SecuritySettings settings) {
		this.request = data.path().resolve("sign-in-link.request");
		this.answer = data.path().resolve("sign-in-link");
		this.links = links;
		this.settings = settings;
	}

	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void look() throws IOException {
		if (Files.deleteIfExists(this.request)) {
			LOG.warn("BREAK-GLASS: a sign-in link was asked for on the server and is in {}", this.answer);
			answer(this.links.forAdministrator(true, this.settings.breakGlass()));
		}
	}

	private void answer(Invitation link) throws IOException {
		Path draft = Files.createTempFile(this.answer.getParent(), "sign-in-link", ".tmp",
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(draft, link.url() + System.lineSeparator());
		Files.move(draft, this.answer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

}
