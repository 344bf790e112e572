package io.watchfloor.security;

/**
 * Asks the person at the page for the password before something grave; for views. The
 * service that does the grave thing asks {@link Authority#steppedUp()} itself.
 */
public interface StepUp {

	/**
	 * Goes on at once when the password was proven lately, and otherwise after it was
	 * typed into a dialog of the current page; not at all when the person gives up.
	 * @param why what it is needed for, as it ends "Enter your password to …"
	 * @param then what to do afterwards, in the page's lock
	 */
	void before(String why, Runnable then);

}
