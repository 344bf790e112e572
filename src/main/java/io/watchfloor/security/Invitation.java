package io.watchfloor.security;

import java.time.Instant;

/**
 * A single-use link, shown once to whoever hands it on.
 *
 * @param url where it leads; the token stands in the fragment, which browsers send
 * neither to servers nor as referrer
 * @param expires until when it is good
 */
public record Invitation(String url, Instant expires) {
}
