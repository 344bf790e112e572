package io.watchfloor.runbook.proposal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a new entry goes: severities stand by their rank, everything else at the end. */
final class SeverityOrder {

	static final String TAKEN = "The system's scheme has another severity of this rank. Change the scheme by hand.";

	private SeverityOrder() {
	}

	/** Before which entry it goes; empty when its rank is taken. */
	static Optional<Integer> place(Entry entry, List<Map<String, String>> present) {
		if (!entry.list().equals("severities")) {
			return Optional.of(present.size());
		}
		int rank = Integer.parseInt(String.valueOf(entry.fields().get("rank")));
		int place = 0;
		for (Map<String, String> other : present) {
			int known = Integer.parseInt(other.getOrDefault("rank", "0"));
			if (known == rank) {
				return Optional.empty();
			}
			place += (known < rank) ? 1 : 0;
		}
		return Optional.of(place);
	}

}
