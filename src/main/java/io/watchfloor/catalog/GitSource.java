package io.watchfloor.catalog;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A repository that runbooks are pulled from.
 *
 * @param url where it is; no secret in it
 * @param branch its branch
 * @param folder the folder in it that holds the runbooks; empty for all of it
 * @param user the user that goes with a token
 * @param fingerprint of the SSH server's host key: {@code SHA256:…}; null for HTTPS
 * @param secrets references by {@code token}, {@code key} and {@code webhook}
 */
public record GitSource(String url, String branch, String folder, String user, @Nullable String fingerprint,
		Map<String, SecretReference> secrets) {

	public GitSource {
		secrets = Map.copyOf(secrets);
	}

}
