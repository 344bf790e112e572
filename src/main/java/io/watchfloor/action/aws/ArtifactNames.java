package io.watchfloor.action.aws;

import java.util.regex.Pattern;

/** What a file may be called that is made in a target's folder of files. */
public final class ArtifactNames {

	private static final Pattern FILE = Pattern
		.compile("[A-Za-z0-9_][A-Za-z0-9._@+=-]{0,200}(/[A-Za-z0-9_][A-Za-z0-9._@+=-]{0,200}){0,8}");

	private static final Pattern REGION = Pattern.compile("([a-z]{2}(-[a-z]+)+-[0-9])?");

	private ArtifactNames() {
	}

	/**
	 * Demands a plain name, with folders in front where they are there.
	 * @throws IllegalArgumentException for any other
	 */
	public static void demandFile(String name) {
		if (!FILE.matcher(name).matches() || name.contains("..")) {
			throw new IllegalArgumentException("'" + name + "' is no plain name in the folder of files");
		}
	}

	/**
	 * Demands a region, or none.
	 * @throws IllegalArgumentException for any other
	 */
	public static void demandRegion(String region) {
		if (!REGION.matcher(region).matches()) {
			throw new IllegalArgumentException("'" + region + "' is no region");
		}
	}

}
