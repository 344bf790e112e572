package io.watchfloor.security;

import io.watchfloor.kernel.Problem;

/** The person who calls may not do this at all, whatever they enter. */
public class NotAllowed extends Problem {

	private static final long serialVersionUID = 1L;

	/** Says what is missing and who can change it. */
	public NotAllowed(String message) {
		super(Category.REFUSED_BY_POLICY, message);
	}

}
