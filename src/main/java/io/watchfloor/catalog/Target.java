package io.watchfloor.catalog;

import java.util.List;
import java.util.Map;

/**
 * One thing that an action can touch in an environment.
 *
 * @param id its name across the catalog
 * @param kind which connector it belongs to: {@code postgres}, {@code redis},
 * {@code http}
 * @param settings its address and options, by the connector's keys ({@code url},
 * {@code user}); no secret
 * @param secrets references to secrets, by the connector's keys ({@code password})
 * @param writtenAs how runbooks name it: variables ({@code $DATABASE_URL}), base URLs,
 * container or database names
 */
public record Target(TargetId id, String kind, Map<String, String> settings, Map<String, SecretReference> secrets,
		List<String> writtenAs) {

	public Target {
		settings = Map.copyOf(settings);
		secrets = Map.copyOf(secrets);
		writtenAs = List.copyOf(writtenAs);
	}

	/** Returns a setting that the connector cannot do without. */
	public String setting(String key) {
		String value = this.settings.get(key);
		if (value == null) {
			throw new io.watchfloor.kernel.Problem(io.watchfloor.kernel.Problem.Category.NOT_FOUND,
					"Target " + this.id + " has no setting '" + key + "'. Add it to the system's system.yaml.");
		}
		return value;
	}

}
