package io.watchfloor.catalog;

/**
 * Names one target across the catalog.
 *
 * @param system the system it belongs to
 * @param environment the environment's name
 * @param name the target's name in that environment
 */
public record TargetId(SystemId system, String environment, String name) {

	/** Reads {@code system/environment/name}. */
	public static TargetId parse(String text) {
		String[] parts = text.split("/", -1);
		if (parts.length != 3) {
			throw new IllegalArgumentException("a target id is system/environment/name: " + text);
		}
		return new TargetId(new SystemId(parts[0]), parts[1], parts[2]);
	}

	@Override
	public String toString() {
		return this.system + "/" + this.environment + "/" + this.name;
	}

}
