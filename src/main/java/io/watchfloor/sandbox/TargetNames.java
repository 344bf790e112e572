package io.watchfloor.sandbox;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Target;
import io.watchfloor.sandbox.sample.SampleSystem;

/**
 * How a system's real targets are called, and how its runbooks write them. The sandbox's
 * targets answer to the same names, so that the same lines reach them.
 *
 * @param name the target's name
 * @param kind {@code postgres}, {@code redis}, {@code http}, or what the system runs on
 * @param writtenAs variables, addresses and container names
 */
record TargetNames(String name, String kind, List<String> writtenAs) {

	TargetNames {
		writtenAs = List.copyOf(writtenAs);
	}

	/** The names of all targets that the sandbox can stand in for. */
	static List<TargetNames> of(SampleSystem system, Catalog catalog) {
		List<Target> real = catalog.system(system.id())
			.stream()
			.flatMap((found) -> found.environments().stream())
			.filter((environment) -> !environment.name().equals(SandboxEnvironments.NAME))
			.max(Comparator.comparing(Environment::production))
			.map(Environment::targets)
			.orElse(List.of());
		return usual(system).stream().flatMap((fallback) -> fallback.named(real)).toList();
	}

	private Stream<TargetNames> named(List<Target> real) {
		List<Target> sameKind = real.stream().filter((target) -> target.kind().equals(this.kind)).toList();
		List<Target> meant = (sameKind.size() == 1) ? sameKind : sameKind.stream().filter(this::isMeant).toList();
		return meant.isEmpty() ? Stream.of(this)
				: meant.stream().map((target) -> new TargetNames(target.id().name(), this.kind, target.writtenAs()));
	}

	/**
	 * Among several of a kind, only those of the system's own: a vendor's status page is
	 * an HTTP target too.
	 */
	private boolean isMeant(Target target) {
		return target.id().name().equals(this.name) || target.writtenAs().stream().anyMatch(this.writtenAs::contains);
	}

	private static List<TargetNames> usual(SampleSystem system) {
		return switch (system) {
			case CUSTOMER_SUCCESS ->
				List.of(new TargetNames("database", "postgres", List.of("$DATABASE_URL", "DATABASE_URL")),
						new TargetNames("cache", "redis", List.of("$REDIS_URL", "REDIS_URL")),
						new TargetNames("app", "http", List.of("https://cs-mcp.yourcompany.com")),
						new TargetNames("cloud", "aws", List.of()));
			case ORDERDESK ->
				List.of(new TargetNames("database", "postgres", List.of("orderdesk-postgres", "orderdesk_production")),
						new TargetNames("cache", "redis", List.of("orderdesk-redis")),
						new TargetNames("app", "http", List.of("https://yourdomain.com", "http://localhost")),
						new TargetNames("containers", "docker", List.of()));
		};
	}

}
