package io.watchfloor.run;

import io.watchfloor.kernel.Actor;

/**
 * Somebody who has a run's page open.
 *
 * @param person who
 * @param operates whether they may act in it, not only look
 */
public record Presence(Actor person, boolean operates) {
}
