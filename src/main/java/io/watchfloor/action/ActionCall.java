package io.watchfloor.action;

/**
 * What a command line asks for.
 *
 * @param action what to do
 * @param hint to what, as the line says it
 * @param filters what of the answer is wanted; a change has none
 */
public record ActionCall(Action action, TargetHint hint, Filters filters) {

	/** Without filters. */
	public ActionCall(Action action, TargetHint hint) {
		this(action, hint, Filters.NONE);
	}

}
