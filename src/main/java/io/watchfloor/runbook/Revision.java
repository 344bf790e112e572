package io.watchfloor.runbook;

import java.time.Instant;

/**
 * One state of a repository.
 *
 * @param commit its full name, hexadecimal
 * @param subject the first line of the commit's message
 * @param author who wrote it, by name
 * @param at when it was committed
 */
public record Revision(String commit, String subject, String author, Instant at) {

	/** As people write it. */
	public String brief() {
		return this.commit.substring(0, Math.min(12, this.commit.length()));
	}

}
