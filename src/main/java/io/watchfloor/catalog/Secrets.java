package io.watchfloor.catalog;

/**
 * Resolves secrets at the last moment, and hides them in everything stored or shown (law
 * 7).
 */
public interface Secrets {

	/**
	 * Returns the secret's value. From then on {@link #redact} hides it.
	 * @throws io.watchfloor.kernel.Problem with category {@code NOT_FOUND} that names the
	 * reference
	 */
	String resolve(SecretReference reference);

	/**
	 * Replaces every known secret, plain or in a known encoding, with {@code [hidden]}.
	 */
	String redact(String text);

	/** Begins to hide secrets in the lines of one stream. */
	default LineRedaction lines() {
		return LineRedaction.each(this::redact);
	}

}
