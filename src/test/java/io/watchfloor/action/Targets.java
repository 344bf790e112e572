package io.watchfloor.action;

import java.util.List;
import java.util.Map;

import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;

/** Targets for tests. */
public final class Targets {

	private Targets() {
	}

	/** A target without a secret. */
	public static Target target(String name, String kind, Map<String, String> settings, String... writtenAs) {
		return new Target(id(name), kind, settings, Map.of(), List.of(writtenAs));
	}

	/** A target with a password. */
	public static Target withPassword(String name, String kind, Map<String, String> settings, String password) {
		return new Target(id(name), kind, settings, Map.of("password", new SecretReference("env", password)),
				List.of());
	}

	private static TargetId id(String name) {
		return new TargetId(new SystemId("customer-success"), "sandbox", name);
	}

}
