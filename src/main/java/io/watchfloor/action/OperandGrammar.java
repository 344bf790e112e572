package io.watchfloor.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The operands that a command takes, one place after the other. */
record OperandGrammar(List<Place> places) {

	static OperandGrammar of(String spec) {
		return new OperandGrammar(
				spec.isEmpty() ? List.of() : Arrays.stream(spec.split("\\s+", -1)).map(Place::of).toList());
	}

	/** Gives each operand its kind, each place taking as many as it can. */
	List<FlagGrammar.Value> take(Arguments arguments, List<String> operands) {
		List<String> left = new ArrayList<>(operands);
		List<FlagGrammar.Value> values = new ArrayList<>();
		for (Place place : this.places) {
			int taken = 0;
			while (taken < place.most() && !left.isEmpty() && place.accepts(left.getFirst())) {
				values.add(new FlagGrammar.Value("", place.kind(), left.removeFirst()));
				taken++;
			}
			if (taken < place.least()) {
				throw arguments.problem(left.isEmpty() ? "the " + place.title() + " is missing."
						: "'" + left.getFirst() + "' is no " + place.title() + " that is understood.");
			}
		}
		if (!left.isEmpty()) {
			throw arguments.problem("'" + left.getFirst() + "' is not understood.");
		}
		return values;
	}

	/** One place: a kind or a choice, and how often. */
	record Place(ValueKind kind, Set<String> choice, int least, int most) {

		static Place of(String token) {
			char times = token.charAt(token.length() - 1);
			String plain = "?*+".indexOf(times) >= 0 ? token.substring(0, token.length() - 1) : token;
			Set<String> choice = plain.startsWith("{") ? Set.of(plain.substring(1, plain.length() - 1).split(",", -1))
					: Set.of();
			return new Place(choice.isEmpty() ? ValueKind.valueOf(plain) : ValueKind.W, choice,
					(times == '?' || times == '*') ? 0 : 1, (times == '*' || times == '+') ? 200 : 1);
		}

		boolean accepts(String operand) {
			return this.choice.isEmpty() ? this.kind.accepts(operand) : this.choice.contains(operand);
		}

		String title() {
			return this.choice.isEmpty() ? this.kind.title() : "one of " + this.choice;
		}

	}

}
