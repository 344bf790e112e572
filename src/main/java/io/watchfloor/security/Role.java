package io.watchfloor.security;

/** What a person is trusted with; a person can have several. */
public enum Role {

	/** Reads everything that is not secret. */
	VIEWER,
	/** Walks procedures and runs actions. */
	OPERATOR,
	/** Approves what others ask for. */
	APPROVER,
	/** Reviews: post-mortems, sign-offs, break-glass use. */
	MANAGER,
	/** Manages people, sessions and settings. */
	ADMINISTRATOR

}
