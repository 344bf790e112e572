package io.watchfloor.kernel;

import java.util.Optional;

/**
 * Something that people should hear of though nobody looks at the page. Published with
 * Spring's event publisher once it has happened and is recorded; whoever carries news out
 * (chat, e-mail) listens, and nothing depends on anybody doing so.
 */
public interface Noteworthy {

	/** What happened, as {@code noun.verb}: {@code approval.asked}. */
	String kind();

	/** Whom it concerns. */
	Audience audience();

	/** The one person whom it concerns, where it is one. */
	default Optional<Actor> addressee() {
		return Optional.empty();
	}

	/** Who brought it about; needs not be told. */
	Actor by();

	/** Where: {@code shop/production}. */
	String place();

	/** One sentence; never a secret. */
	String text();

	/**
	 * The path within the console where something can be done, without a leading slash.
	 */
	String location();

	/** Groups of people. */
	enum Audience {

		/** Whoever may approve there. */
		APPROVERS,
		/** Whoever reviews. */
		MANAGERS,
		/** The addressee alone. */
		ONE_PERSON

	}

}
