package io.watchfloor.catalog.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.watchfloor.catalog.TargetKind;

/**
 * What connectors say about the settings of their targets. A violation is a warning: the
 * target is there and its connector will refuse it.
 */
final class TargetRules {

	private final Collection<TargetKind> connected;

	private final Set<String> known;

	/**
	 * Takes the kinds.
	 * @param connected those that a connector can reach
	 * @param planned those that may be named although nothing here reaches them yet
	 */
	TargetRules(Collection<TargetKind> connected, Collection<String> planned) {
		this.connected = connected;
		this.known = new TreeSet<>(planned);
		connected.forEach((kind) -> this.known.add(kind.name()));
	}

	void check(Section target, Findings findings) {
		String name = target.text("kind");
		Optional<TargetKind> kind = this.connected.stream().filter((one) -> one.name().equals(name)).findFirst();
		kind.ifPresent((one) -> checkSettings(target, one, findings));
		if (!this.known.contains(name)) {
			findings.warning(target.value("kind"), "no connector knows the kind '" + name + "'",
					suggestion(name, this.known));
		}
	}

	private static void checkSettings(Section target, TargetKind kind, Findings findings) {
		List<String> settings = new ArrayList<>(kind.required());
		settings.addAll(kind.optional());
		checkKeys(target.member("settings"), settings, "setting", kind, findings);
		checkKeys(target.member("secrets"), kind.secrets(), "secret", kind, findings);
		kind.required().stream().sorted().forEach((key) -> {
			if (!target.member("settings").node().has(key)) {
				findings.warning(target.position(), "the target has no setting '" + key + "'",
						key + ", without which '" + kind.name() + "' cannot be reached");
			}
		});
	}

	private static void checkKeys(Section map, Collection<String> known, String noun, TargetKind kind,
			Findings findings) {
		for (String key : map.entries().keySet()) {
			boolean ofTheTeam = key.contains("/") && known.contains(TargetKind.OF_THE_TEAM);
			if (!known.contains(key) && !ofTheTeam) {
				findings.warning(map.key(key), "'" + key + "' is not a " + noun + " of '" + kind.name() + "'",
						known.isEmpty() ? "no " + noun : suggestion(key, known));
			}
		}
	}

	private static String suggestion(String word, Collection<String> known) {
		String all = String.join(", ", new TreeSet<>(known));
		return Nearest.to(word, known).map((near) -> "'" + near + "'? Known are " + all).orElse("one of " + all);
	}

}
