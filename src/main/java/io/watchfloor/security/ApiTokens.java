package io.watchfloor.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.watchfloor.kernel.Counted;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/** Tokens by which programs call in a person's name. */
@Service
public class ApiTokens {

	/** What no token is good for: what only a person at the page can answer for. */
	private static final Set<Permission> NEVER = EnumSet.of(Permission.MANAGE_PEOPLE, Permission.REVIEW_ALONE);

	private static final int MOST = 50;

	private static final int LONGEST_NAME = 60;

	private static final Duration LONGEST = Duration.ofDays(366);

	private final ApiTokenStore store;

	private final Caller caller;

	private final SecurityJournal journal;

	private final SecuritySettings settings;

	private final Clock clock;

	ApiTokens(ApiTokenStore store, Caller caller, SecurityJournal journal, SecuritySettings settings, Clock clock) {
		this.store = store;
		this.caller = caller;
		this.journal = journal;
		this.settings = settings;
		this.clock = clock;
	}

	/** One's own, those that still count first. */
	public List<ApiToken> mine() {
		return this.store.of(me().id());
	}

	/** Everybody's; for administrators. */
	public List<ApiToken> all() {
		if (!caller().person().may(Permission.MANAGE_PEOPLE)) {
			throw new NotAllowed("Only an administrator may see others' tokens.");
		}
		return this.store.all();
	}

	/** Whether a token counts now. */
	public boolean good(ApiToken token) {
		return token.good(this.clock.instant());
	}

	/** What a token of the caller may be good for. */
	public Set<Permission> grantable() {
		Set<Permission> grantable = EnumSet.allOf(Permission.class);
		grantable.removeAll(NEVER);
		Person me = me();
		grantable.removeIf((permission) -> !me.maySomewhere(permission));
		return grantable;
	}

	/**
	 * Makes a token in the caller's name.
	 * @param name what it is for
	 * @param scopes what it is good for
	 * @param valid for how long, at most a year
	 * @return the text that opens; not kept and not shown again
	 * @throws Problem when the password was not proven lately, or something does not fit
	 */
	@Transactional
	public Token create(String name, Set<Permission> scopes, Duration valid) {
		Standing caller = caller();
		Person me = caller.person();
		demandProof(caller);
		String label = checked(name);
		if (scopes.isEmpty() || !grantable().containsAll(scopes)) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"Choose at least one thing that the token is good for, and none that your roles do not allow.");
		}
		if (valid.isNegative() || valid.isZero() || valid.compareTo(LONGEST) > 0) {
			throw new Problem(Category.NOT_UNDERSTOOD, "A token is good for at most a year. Choose a shorter time.");
		}
		Instant now = this.clock.instant();
		List<ApiToken> open = this.store.of(me.id()).stream().filter((token) -> token.good(now)).toList();
		demandRoom(open, label);
		Token text = new Token(ApiToken.PREFIX + Token.create().text());
		ApiToken token = new ApiToken(ApiTokenId.create(), me, label, scopes, now, now.plus(valid), null, null, null);
		this.journal.demand(SecurityEvent.done(me.actor(), "token.created", me.name(), facts(token)));
		this.store.add(token, text.hash());
		return text;
	}

	/** Ends one's own token, or as an administrator anybody's. */
	@Transactional
	public void revoke(ApiTokenId id) {
		Person me = me();
		ApiToken token = this.store.find(id)
			.filter((found) -> found.person().id().equals(me.id()) || me.may(Permission.MANAGE_PEOPLE))
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no such token of yours. Reload the page."));
		if (this.store.revoke(id, this.clock.instant())) {
			this.journal.tell(SecurityEvent.done(caller().actor(), "token.revoked", token.person().name(),
					Map.of("token", token.name())));
		}
	}

	/** The token that this text opens, while it counts; notes that it was used. */
	public Optional<ApiToken> opened(String text, String address) {
		if (!text.startsWith(ApiToken.PREFIX)) {
			return Optional.empty();
		}
		Instant now = this.clock.instant();
		Optional<ApiToken> found = this.store.withHash(new Token(text).hash()).filter((token) -> token.good(now));
		found
			.filter((token) -> token.lastUsed() == null || now.isAfter(token.lastUsed().plus(Duration.ofMinutes(1)))
					|| !address.equals(token.lastAddress()))
			.ifPresent((token) -> this.store.used(token.id(), now, address));
		return found;
	}

	private void demandProof(Standing caller) {
		Instant now = this.clock.instant();
		if (caller.provenAt().filter((at) -> now.isBefore(at.plus(this.settings.stepUp()))).isEmpty()) {
			throw new Problem(Category.REFUSED_BY_POLICY, "This needs your password. Enter it and repeat.");
		}
	}

	private static String checked(String name) {
		String label = name.strip();
		if (label.isEmpty() || label.length() > LONGEST_NAME || label.codePoints().anyMatch(Character::isISOControl)) {
			throw new Problem(Category.NOT_UNDERSTOOD,
					"Say in 1 to %d characters what the token is for.".formatted(LONGEST_NAME));
		}
		return label;
	}

	private static void demandRoom(List<ApiToken> open, String name) {
		if (open.stream().anyMatch((token) -> token.name().equalsIgnoreCase(name))) {
			throw new Problem(Category.STALE,
					"You have a token named %s already. End that one first, or choose another name.".formatted(name));
		}
		if (open.size() >= MOST) {
			throw new Problem(Category.REFUSED_BY_POLICY,
					"You have %s already. End those that nobody uses.".formatted(Counted.of(open.size(), "token")));
		}
	}

	private static Map<String, String> facts(ApiToken token) {
		Set<String> scopes = new TreeSet<>();
		token.scopes().forEach((scope) -> scopes.add(scope.name()));
		return Map.of("token", token.name(), "scopes", String.join(", ", scopes), "expires",
				token.expires().toString());
	}

	private Person me() {
		return caller().person();
	}

	private Standing caller() {
		return this.caller.standing()
			.orElseThrow(() -> new NotAllowed("You are not signed in any more. Sign in again."));
	}

}
