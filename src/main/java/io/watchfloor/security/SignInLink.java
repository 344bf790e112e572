package io.watchfloor.security;

import java.time.Instant;
import java.util.Optional;

/**
 * What a single-use link is for.
 *
 * @param person who it invites; empty when its holder chooses a name and becomes
 * administrator
 * @param expires until when it is good
 */
public record SignInLink(Optional<Person> person, Instant expires) {
}
