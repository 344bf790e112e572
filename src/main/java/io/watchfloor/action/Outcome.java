package io.watchfloor.action;

import java.util.Map;

/** How an execution ended. */
public sealed interface Outcome {

	/** What happened, for people. */
	String message();

	/**
	 * The calls were made and the target accepted them.
	 *
	 * @param facts recorded state, such as counts, that undo and the timeline use
	 */
	record Succeeded(String message, Map<String, String> facts) implements Outcome {

		public Succeeded {
			facts = Map.copyOf(facts);
		}

	}

	/**
	 * The target refused or the call was never sent; nothing, or only what the message
	 * names, changed.
	 */
	record Failed(String message) implements Outcome {
	}

	/** Not started: the plan was stale or the policy said no. */
	record Refused(String message) implements Outcome {
	}

	/**
	 * It may have happened: the answer did not come. Settled by a probe, never run again
	 * by itself (law 5).
	 */
	record Unknown(String message) implements Outcome {
	}

}
