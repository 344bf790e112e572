package io.watchfloor.catalog.secret;

import java.util.Map;

import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;

/** The console's own way of hiding secrets, for other modules' tests. */
public final class RealSecrets {

	private RealSecrets() {
	}

	/** Knows these values, by the names of variables. */
	public static Secrets knowing(Map<String, String> values) {
		KnownSecrets secrets = new KnownSecrets(new SecretStores(values::get));
		values.keySet().forEach((name) -> secrets.resolve(new SecretReference("env", name)));
		return secrets;
	}

}
