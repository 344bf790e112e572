package io.watchfloor.runbook.git;

import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;
import org.jspecify.annotations.Nullable;

/**
 * A token for one server over TLS. Where the server leads elsewhere, nothing is told.
 */
final class GitCredentials extends CredentialsProvider {

	private final URIish repository;

	private final String user;

	private final @Nullable String token;

	GitCredentials(URIish repository, String user, @Nullable String token) {
		this.repository = repository;
		this.user = user;
		this.token = token;
	}

	@Override
	public boolean isInteractive() {
		return false;
	}

	@Override
	public boolean supports(CredentialItem... items) {
		for (CredentialItem item : items) {
			if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
				return false;
			}
		}
		return this.token != null;
	}

	@Override
	public boolean get(URIish asked, CredentialItem... items) {
		boolean same = asked.getHost() != null && asked.getHost().equalsIgnoreCase(this.repository.getHost())
				&& asked.getPort() == this.repository.getPort() && "https".equals(asked.getScheme());
		if (this.token == null || !same) {
			return false;
		}
		for (CredentialItem item : items) {
			switch (item) {
				case CredentialItem.Username name -> name.setValue(this.user);
				case CredentialItem.Password password -> password.setValue(this.token.toCharArray());
				case CredentialItem other -> {
					return false;
				}
			}
		}
		return true;
	}

}
