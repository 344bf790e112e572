package io.watchfloor.catalog;

import java.time.Duration;

/**
 * How a second person is waited for, where the policy wants one.
 *
 * @param expires after which a request that nobody answered goes back
 * @param alone whether whoever asked may go on alone when nobody answers
 * @param aloneAfter how long they wait before that
 */
public record ApprovalRules(Duration expires, boolean alone, Duration aloneAfter) {

	/** What holds where the catalog says nothing. */
	public static final ApprovalRules STANDARD = new ApprovalRules(Duration.ofHours(1), true, Duration.ofMinutes(5));

	/** Whether the wait for going on alone ends before the request expires. */
	public boolean reachable() {
		return this.alone && this.aloneAfter.compareTo(this.expires) < 0;
	}

}
