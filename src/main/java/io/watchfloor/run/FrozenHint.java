package io.watchfloor.run;

import io.watchfloor.action.TargetHint;

/**
 * How the command line named its target.
 *
 * @param kind which of {@link TargetHint}'s kinds
 * @param text the variable's name or the text as written; empty when unnamed
 */
public record FrozenHint(Kind kind, String text) {

	/** The kinds of {@link TargetHint}. */
	public enum Kind {

		/** A variable. */
		VARIABLE,
		/** As written. */
		WRITTEN,
		/** Not named. */
		UNNAMED

	}

	static FrozenHint of(TargetHint hint) {
		return switch (hint) {
			case TargetHint.Variable variable -> new FrozenHint(Kind.VARIABLE, variable.name());
			case TargetHint.Written written -> new FrozenHint(Kind.WRITTEN, written.text());
			case TargetHint.Unnamed _ -> new FrozenHint(Kind.UNNAMED, "");
		};
	}

	TargetHint thaw() {
		return switch (this.kind) {
			case VARIABLE -> new TargetHint.Variable(this.text);
			case WRITTEN -> new TargetHint.Written(this.text);
			case UNNAMED -> new TargetHint.Unnamed();
		};
	}

}
