package io.watchfloor.action.kubernetes;

import io.watchfloor.action.Action;

/** How one verb of kubectl is read. */
interface KubectlVerb {

	/** The flags it understands, beside the ones that every verb has. */
	FlagSet flags();

	/**
	 * Reads its words.
	 * @throws io.watchfloor.kernel.Problem with category {@code NOT_UNDERSTOOD}
	 * @throws IllegalArgumentException when the action refuses its parameters
	 */
	Action read(FlaggedWords words, Where where);

}
