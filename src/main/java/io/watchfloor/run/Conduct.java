package io.watchfloor.run;

import io.watchfloor.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who leads a walk, and whether it stands still.
 *
 * @param lead the person whose walk it is now
 * @param handover whom the lead asks to go on; null when nobody is asked
 * @param pause why it stands still; null when it does not
 */
public record Conduct(Actor lead, @Nullable Handover handover, @Nullable Pause pause) {

	/** A walk that its starter leads. */
	static Conduct begun(Actor lead) {
		return new Conduct(lead, null, null);
	}

}
