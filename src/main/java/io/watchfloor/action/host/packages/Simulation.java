package io.watchfloor.action.host.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.watchfloor.action.host.HostAnswer;
import io.watchfloor.kernel.Problem;

/**
 * What apt says that it would do.
 *
 * @param upgrades what would be installed
 * @param removed what would be removed
 * @param keptBack what stays although there is something newer
 */
record Simulation(List<Upgrade> upgrades, List<String> removed, List<String> keptBack) {

	static Simulation of(HostAnswer answer) {
		if (answer.exit() != 0 || answer.cut()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "apt-get refuses to work it out: " + answer.lastWords());
		}
		List<String> removed = answer.output()
			.lines()
			.filter((line) -> line.startsWith("Remv "))
			.map((line) -> line.split(" ", -1)[1])
			.toList();
		return new Simulation(Upgrade.of(answer.output()), removed, keptBack(answer.output()));
	}

	private static List<String> keptBack(String output) {
		List<String> kept = new ArrayList<>();
		boolean inside = false;
		for (String line : output.lines().toList()) {
			inside = inside ? line.startsWith("  ") : line.contains("have been kept back:");
			if (inside && line.startsWith("  ")) {
				Stream.of(line.strip().split(" +", -1)).forEach(kept::add);
			}
		}
		return kept;
	}

}
