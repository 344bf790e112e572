package io.watchfloor.security;

import java.time.Instant;
import java.util.Set;

import io.watchfloor.kernel.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Lets a program call in a person's name, with some of the person's permissions. The text
 * that opens is shown once, when it is made, and never kept.
 *
 * @param id which
 * @param person in whose name
 * @param name what it is for, in the person's words
 * @param scopes what it is good for, as far as the person may it at that moment
 * @param created when
 * @param expires until when it is good
 * @param lastUsed when it was last used, to the minute; null before
 * @param lastAddress from where it was last used; null before
 * @param revoked when somebody ended it, or null
 */
public record ApiToken(ApiTokenId id, Person person, String name, Set<Permission> scopes, Instant created,
		Instant expires, @Nullable Instant lastUsed, @Nullable String lastAddress, @Nullable Instant revoked) {

	/** How the text of every token begins, so that a scanner for secrets knows it. */
	public static final String PREFIX = "wft_";

	public ApiToken {
		scopes = Set.copyOf(scopes);
	}

	/** Whether it still counts at this time. */
	public boolean good(Instant now) {
		return this.revoked == null && this.person.enabled() && now.isBefore(this.expires);
	}

	/**
	 * The person, named together with the token: the id stays the person's, so that
	 * nobody approves with a token what they asked for by hand.
	 */
	Actor actor() {
		Actor owner = this.person.actor();
		return new Actor(owner.id(), "%s (token %s)".formatted(owner.name(), this.name));
	}

}
