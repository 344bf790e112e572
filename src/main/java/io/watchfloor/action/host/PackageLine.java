package io.watchfloor.action.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.watchfloor.action.Action;
import io.watchfloor.action.host.packages.PackageUpgrade;

/**
 * Reads how packages are upgraded: {@code apt-get upgrade -y} and
 * {@code apt-get install --only-upgrade NAME…}. Everything else that apt does stays a
 * person's.
 */
final class PackageLine {

	private static final Set<String> YES = Set.of("-y", "--yes", "--assume-yes", "-q", "-qq", "-yq", "-qy");

	private PackageLine() {
	}

	static Optional<Action> read(List<String> arguments) {
		List<String> words = arguments.stream().filter((word) -> !YES.contains(word)).toList();
		if (words.equals(List.of("upgrade"))) {
			return Optional.of(new PackageUpgrade(List.of(), false));
		}
		boolean only = words.size() > 2 && words.getFirst().equals("install") && words.contains("--only-upgrade");
		List<String> names = words.stream().skip(1).filter((word) -> !word.equals("--only-upgrade")).toList();
		return only && names.stream().noneMatch((word) -> word.startsWith("-"))
				? Optional.of(new PackageUpgrade(names, false)) : Optional.empty();
	}

}
