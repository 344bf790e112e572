package io.watchfloor.security;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One sign-in on one browser, as it stands.
 *
 * @param id which
 * @param person whose
 * @param since when it began
 * @param lastSeen when the person last did something, to the minute
 * @param steppedUp when the password was last proven; at first the sign-in itself
 * @param address where the browser is, as the server sees it
 * @param browser which, in words
 * @param ended when it was ended, or null
 */
public record SignedInSession(SessionId id, Person person, Instant since, Instant lastSeen, Instant steppedUp,
		String address, String browser, @Nullable Instant ended) {

	/** Whether it still counts at this time. */
	boolean active(Instant now, SecuritySettings settings) {
		return this.ended == null && this.person.enabled() && now.isBefore(this.lastSeen.plus(settings.idle()))
				&& now.isBefore(this.since.plus(settings.longest()));
	}

}
