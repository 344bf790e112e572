package io.watchfloor.action.host;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Where on a host may be looked: the folders in the target's {@code paths} and its
 * {@code folder}, and everything below them.
 */
record HostPaths(Target target) {

	static final String DEFAULT = "/var/log";

	/** The folder in which project tools and relative paths start. */
	@Nullable String folder() {
		return this.target.settings().get("folder");
	}

	List<String> allowed() {
		List<String> listed = Arrays.stream(this.target.settings().getOrDefault("paths", DEFAULT).split(",", -1))
			.map(String::strip)
			.filter((path) -> path.startsWith("/"))
			.toList();
		return Optional.ofNullable(folder())
			.map((own) -> Stream.concat(listed.stream(), Stream.of(own)).toList())
			.orElse(listed);
	}

	/** Demands that a path as written lies in an allowed folder. */
	void demand(String path) {
		String whole = path.startsWith("/") ? path : folder() + "/" + path;
		boolean climbs = Arrays.asList(whole.split("/", -1)).contains("..");
		if (!path.startsWith("/") && folder() == null) {
			throw refused(path, "it is relative, and the target has no 'folder'. Set one in the system's system.yaml.");
		}
		if (climbs) {
			throw refused(path, "it climbs with '..'. Write the whole path.");
		}
		String clean = whole.replaceAll("(/\\.?)+(?=/|$)", "");
		if (allowed().stream().map((one) -> one.replaceFirst("/+$", "")).noneMatch((one) -> below(clean, one))) {
			throw refused(path, "it is in none of " + allowed()
					+ ". To allow it, add its folder to 'paths' of the target " + "in the system's system.yaml.");
		}
	}

	private static boolean below(String path, String folder) {
		return path.equals(folder) || path.startsWith(folder + "/");
	}

	private Problem refused(String path, String why) {
		return new Problem(Problem.Category.REFUSED_BY_POLICY,
				"'" + path + "' is not looked at on " + this.target.id() + ": " + why);
	}

}
