package io.watchfloor.action.host.packages;

import java.util.List;
import java.util.regex.Pattern;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Risk;

/**
 * Upgrades packages of Debian or Ubuntu on one host; removes none.
 *
 * @param packages which; all that can be upgraded when empty
 * @param securityOnly whether only versions from a security archive are taken
 */
public record PackageUpgrade(List<String> packages, boolean securityOnly) implements Action {

	private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9+.-]{1,80}(:[a-z0-9]{2,12})?");

	public PackageUpgrade {
		packages = packages.stream().sorted().distinct().toList();
		packages.forEach((name) -> {
			if (!NAME.matcher(name).matches()) {
				throw new IllegalArgumentException("'" + name + "' is no name of a package");
			}
		});
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		String what = this.packages.isEmpty() ? "all packages" : (this.packages.size() < 4)
				? String.join(", ", this.packages) : Counted.of(this.packages.size(), "package");
		return "Upgrade " + what + (this.securityOnly ? ", only for security" : "");
	}

	@Override
	public String commandLine() {
		String line = this.packages.isEmpty() ? "apt-get upgrade --yes"
				: "apt-get install --only-upgrade --yes " + String.join(" ", this.packages);
		return this.securityOnly ? line + " (only from security archives)" : line;
	}

}
