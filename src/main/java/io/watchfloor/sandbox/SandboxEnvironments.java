package io.watchfloor.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.EnvironmentContributor;
import io.watchfloor.catalog.Friction;
import io.watchfloor.catalog.SecretReference;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.kernel.Risk;
import io.watchfloor.sandbox.app.RunningSystem;
import io.watchfloor.sandbox.platform.Platform;
import io.watchfloor.sandbox.server.LocalSecret;
import org.springframework.stereotype.Component;

/**
 * The environments that the sandbox adds to the catalog while their targets run. Asks the
 * catalog nothing, since the catalog asks it.
 */
@Component
class SandboxEnvironments implements EnvironmentContributor {

	static final String NAME = "sandbox";

	/** As in production, short of a second person: a drill shall feel real alone. */
	private static final Map<Risk, Friction> POLICY = Map.of(Risk.DISRUPTIVE, new Friction(true, false, false, false),
			Risk.DESTRUCTIVE, new Friction(true, true, false, false));

	private final Map<SystemId, Environment> environments = new ConcurrentHashMap<>();

	@Override
	public List<Environment> environments(SystemId system) {
		Environment environment = this.environments.get(system);
		return (environment != null) ? List.of(environment) : List.of();
	}

	/** Adds a system's environment; returns whether anything changed. */
	boolean put(Running running, List<TargetNames> names) {
		SystemId id = running.system().system().id();
		List<Target> targets = names.stream().map((name) -> target(running, name)).toList();
		Environment fresh = new Environment(NAME, false, POLICY, targets);
		return !fresh.equals(this.environments.put(id, fresh));
	}

	/** Takes them all away. */
	void clear() {
		this.environments.clear();
	}

	private static Target target(Running running, TargetNames names) {
		RunningSystem system = running.system();
		TargetId id = new TargetId(system.system().id(), NAME, names.name());
		return switch (names.kind()) {
			case "postgres" ->
				new Target(id, names.kind(), Map.of("url", system.databaseUrl(), "user", system.system().owner()),
						Map.of("password", reference(system.password())), names.writtenAs());
			case "redis" -> new Target(id, names.kind(), Map.of("url", system.redis().url()),
					Map.of("password", reference(system.redis().password())), names.writtenAs());
			case "http" -> new Target(id, names.kind(), Map.of("url", system.app().url()), Map.of(), names.writtenAs());
			default -> onPlatform(running.platform(), id, names);
		};
	}

	private static Target onPlatform(Platform platform, TargetId id, TargetNames names) {
		Map<String, SecretReference> secrets = platform.secrets()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (secret) -> reference(secret.getValue())));
		return new Target(id, platform.kind(), platform.settings(), secrets, names.writtenAs());
	}

	private static SecretReference reference(LocalSecret secret) {
		return new SecretReference("file", secret.file().toString());
	}

}
