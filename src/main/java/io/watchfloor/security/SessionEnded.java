package io.watchfloor.security;

/**
 * A session was ended before its time; its open pages on this node are closed.
 *
 * @param session which
 */
public record SessionEnded(SessionId session) {
}
