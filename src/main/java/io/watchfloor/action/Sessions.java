package io.watchfloor.action;

import io.watchfloor.catalog.Target;

/**
 * Opens sessions to targets of one kind; a bean of the connector. Every session is bound
 * in time: no answer becomes a {@link io.watchfloor.kernel.Problem}.
 */
public interface Sessions<S extends Session> {

	/**
	 * Opens a session for looking. Where the protocol can say so, nothing can be written
	 * through it.
	 * @throws io.watchfloor.kernel.Problem when the target cannot be reached or refuses
	 */
	S reading(Target target);

	/**
	 * Opens a session that may write. What fails here has sent nothing but the sign-in.
	 * @throws io.watchfloor.kernel.Problem when the target cannot be reached or refuses
	 */
	default S changing(Target target) {
		return reading(target);
	}

}
