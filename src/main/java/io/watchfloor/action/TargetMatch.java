package io.watchfloor.action;

import java.util.List;
import java.util.Set;

import io.watchfloor.catalog.Target;

/** Finds the targets that a hint can mean: those that match the most of it. */
record TargetMatch(TargetHint hint) {

	private static final int WHOLE = 1_000_000;

	List<Target> best(List<Target> targets) {
		if (this.hint instanceof TargetHint.Unnamed) {
			return targets;
		}
		int best = targets.stream().mapToInt(this::score).max().orElse(0);
		return (best == 0) ? List.of() : targets.stream().filter((target) -> score(target) == best).toList();
	}

	private int score(Target target) {
		return switch (this.hint) {
			case TargetHint.Unnamed _ -> 1;
			case TargetHint.Variable(String name) -> variable(name, target.writtenAs());
			case TargetHint.Written(String text) -> written(Address.parse(text), target.writtenAs());
		};
	}

	private static int variable(String name, List<String> writtenAs) {
		Set<String> spellings = Set.of(name, "$" + name, "${" + name + "}");
		return writtenAs.stream().anyMatch(spellings::contains) ? 1 : 0;
	}

	private static int written(Address hint, List<String> writtenAs) {
		if (writtenAs.contains(hint.text())) {
			return WHOLE;
		}
		boolean web = hint.url() && String.valueOf(hint.scheme()).startsWith("http");
		return writtenAs.stream()
			.map(Address::parse)
			.mapToInt((name) -> web ? base(name, hint) : parts(name, hint))
			.sum();
	}

	/** The longest base wins. */
	private static int base(Address name, Address hint) {
		if (!name.url()) {
			return host(name.text(), hint) ? 1 : 0;
		}
		return name.covers(hint) ? 2 + name.path().length() : 0;
	}

	/** One for the host, one for the database; a URL counts only as a whole. */
	private static int parts(Address name, Address hint) {
		if (name.url()) {
			return (name.sameServer(hint) && name.path().equals(hint.path())) ? WHOLE : 0;
		}
		return (host(name.text(), hint) || name.text().equals(hint.database())) ? 1 : 0;
	}

	private static boolean host(String name, Address hint) {
		return hint.host() != null && (name.equals(hint.host()) || name.equals(hint.host() + ":" + hint.port()));
	}

}
