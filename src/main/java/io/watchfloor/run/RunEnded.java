package io.watchfloor.run;

/**
 * A walk was finished or aborted, by whoever is signed in on this thread.
 *
 * @param run as it was just before
 */
public record RunEnded(Run run) {
}
