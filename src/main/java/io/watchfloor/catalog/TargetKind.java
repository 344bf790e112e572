package io.watchfloor.catalog;

import java.util.Set;

/**
 * A kind of target that a connector can reach; the connector contributes it as a bean so
 * that the catalog can tell a misspelt setting.
 *
 * @param name as targets name it: {@code postgres}
 * @param required settings without which the connector cannot work
 * @param optional further settings that it understands
 * @param secrets secrets that it understands
 */
public record TargetKind(String name, Set<String> required, Set<String> optional, Set<String> secrets) {

	/** Among secrets: names of the team's own with a slash in them are understood too. */
	public static final String OF_THE_TEAM = "NAME/KEY";

	public TargetKind {
		required = Set.copyOf(required);
		optional = Set.copyOf(optional);
		secrets = Set.copyOf(secrets);
	}

}
