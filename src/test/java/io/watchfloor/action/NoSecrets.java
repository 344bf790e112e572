package io.watchfloor.action;

import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.Secrets;

/** Resolves a reference to its own path and hides nothing but the word "hunter2". */
public class NoSecrets implements Secrets {

	@Override
	public String resolve(SecretReference reference) {
		return reference.path();
	}

	@Override
	public String redact(String text) {
		return text.replace("hunter2", "[hidden]");
	}

}
