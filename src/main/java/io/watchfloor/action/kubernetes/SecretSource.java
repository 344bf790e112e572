package io.watchfloor.action.kubernetes;

import java.util.Map;

import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;
import io.watchfloor.kernel.Problem;

/**
 * Where the values of a cluster's secrets are kept: the target's references, written as
 * {@code SECRET/KEY}. Resolved only when they are needed (law 7).
 *
 * @param target for messages
 * @param references of the target
 * @param secrets that resolve them
 */
record SecretSource(String target, Map<String, SecretReference> references, Secrets secrets) {

	SecretSource {
		references = Map.copyOf(references);
	}

	/**
	 * The value of one key.
	 * @throws Problem when the target says nothing about it
	 */
	String value(String secret, String key) {
		SecretReference reference = this.references.get(secret + "/" + key);
		if (reference == null) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"Where the value of " + key + " of the secret " + secret + " is kept is not known: " + this.target
							+ " has no secret '" + secret + "/" + key
							+ "'. A value is never typed here; add the reference to system.yaml.");
		}
		return this.secrets.resolve(reference);
	}

}
