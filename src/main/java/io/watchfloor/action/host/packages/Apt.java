package io.watchfloor.action.host.packages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.action.host.HostCommand;
import io.watchfloor.action.host.Hosts;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;

/** Asks the package manager of a host; changes nothing. */
record Apt(Hosts hosts, Target target) {

	private static final Duration WITHIN = Duration.ofMinutes(1);

	private HostAnswer run(List<String> words) {
		return this.hosts.run(this.target, new HostCommand(words, null, WITHIN));
	}

	private static List<String> words(Collection<String> more, String... first) {
		return Stream.concat(Arrays.stream(first), more.stream()).toList();
	}

	/** What would be upgraded: all, or those of the names, by what the lists say now. */
	Simulation simulate(PackageUpgrade action) {
		List<String> names = action.packages();
		return Simulation.of(run(names.isEmpty() ? List.of("apt-get", "--simulate", "upgrade")
				: words(names, "apt-get", "--simulate", "--no-remove", "install", "--only-upgrade", "--")));
	}

	/** What would come along with exactly these versions. */
	Simulation simulate(List<Upgrade> exactly) {
		return Simulation
			.of(run(words(pinned(exactly), "apt-get", "--simulate", "--no-remove", "install", "--only-upgrade", "--")));
	}

	/** The words that upgrade to exactly these versions and ask nothing. */
	static List<String> upgrade(List<Upgrade> exactly) {
		return words(pinned(exactly), "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--yes", "--no-remove", "-o",
				"Dpkg::Options::=--force-confdef", "-o", "Dpkg::Options::=--force-confold", "install", "--only-upgrade",
				"--");
	}

	private static List<String> pinned(List<Upgrade> upgrades) {
		return upgrades.stream().map(Upgrade::pinned).toList();
	}

	/** Packages that a person holds. */
	List<String> held() {
		return run(List.of("apt-mark", "showhold")).output().lines().toList();
	}

	/**
	 * The version of each package that is installed well, with and without architecture.
	 */
	Map<String, String> versions(Collection<String> names) {
		HostAnswer answer = run(words(names, "dpkg-query", "--show",
				"--showformat=${Package}\\t${Architecture}\\t${Version}\\t${db:Status-Abbrev}\\n", "--"));
		if (answer.output().isBlank()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "dpkg-query says nothing: " + answer.lastWords());
		}
		Map<String, String> versions = new HashMap<>();
		answer.output()
			.lines()
			.map((line) -> line.split("\t", -1))
			.filter((part) -> part.length == 4)
			.forEach((part) -> {
				String version = part[3].startsWith("ii") ? part[2] : part[2] + " (" + part[3].strip() + ")";
				versions.putIfAbsent(part[0], version);
				versions.put(part[0] + ":" + part[1], version);
			});
		return versions;
	}

	/** Services that run now and belong to one of the packages. */
	Set<String> services(Collection<String> names) {
		Set<String> units = new TreeSet<>();
		run(words(names, "dpkg", "-L", "--")).output()
			.lines()
			.filter((path) -> path.matches(".*/lib/systemd/system/[^/]+\\.service"))
			.map((path) -> path.substring(path.lastIndexOf('/') + 1))
			.forEach(units::add);
		HostAnswer running = run(List.of("systemctl", "list-units", "--type=service", "--state=running", "--plain",
				"--no-legend", "--no-pager"));
		if (running.exit() != 0) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, running.lastWords());
		}
		Set<String> active = new TreeSet<>();
		running.output().lines().map((line) -> line.strip().split(" ", -1)[0]).forEach(active::add);
		List<String> both = new ArrayList<>(units);
		both.removeIf((unit) -> !active.contains(unit));
		return new TreeSet<>(both);
	}

	/** Whether the machine waits for a restart already. */
	boolean waitsForRestart() {
		return run(List.of("stat", "-c", "%F", "--", "/var/run/reboot-required")).exit() == 0;
	}

	/** Free disk where packages are kept until they are unpacked, in words of df. */
	String room() {
		List<String> lines = run(List.of("df", "-Ph", "--", "/var/cache/apt/archives")).output().lines().toList();
		String[] last = lines.isEmpty() ? new String[0] : lines.getLast().split(" +", -1);
		return (last.length > 3) ? last[3] : "?";
	}

}
