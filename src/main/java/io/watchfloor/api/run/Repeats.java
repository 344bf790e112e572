package io.watchfloor.api.run;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.RunId;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets a program that got no answer send the same again, without starting a second run.
 */
@Component
class Repeats {

	private static final Duration KEPT = Duration.ofHours(24);

	private static final int LONGEST_KEY = 100;

	/** What is found out before anything is begun. */
	private static final Set<Category> NOTHING_BEGUN = EnumSet.of(Category.NOT_FOUND, Category.NOT_UNDERSTOOD,
			Category.REFUSED_BY_POLICY);

	private final RequestStore store;

	private final Authority authority;

	private final Clock clock;

	Repeats(RequestStore store, Authority authority, Clock clock) {
		this.store = store;
		this.authority = authority;
		this.clock = clock;
	}

	/**
	 * Does something once per key.
	 * @param key the caller's; null when there is none, and then it is simply done
	 * @param request what was asked; another request under the same key is refused
	 * @param start what begins the run
	 */
	RunId once(@Nullable String key, String request, Supplier<RunId> start) {
		Actor caller = this.authority.requireSomewhere(Permission.OPERATE);
		if (key == null) {
			return start.get();
		}
		if (key.isBlank() || key.length() > LONGEST_KEY) {
			throw new Problem(Category.NOT_UNDERSTOOD, "An Idempotency-Key has 1 to 100 characters.");
		}
		Instant now = this.clock.instant();
		this.store.forget(now.minus(KEPT));
		byte[] digest = CanonicalJson.sha256(request.getBytes(StandardCharsets.UTF_8));
		return this.store.begin(caller.id(), key, digest, now) ? first(caller.id(), key, start)
				: again(caller.id(), key, digest);
	}

	private RunId first(String caller, String key, Supplier<RunId> start) {
		try {
			RunId run = start.get();
			this.store.began(caller, key, run);
			return run;
		}
		catch (Problem problem) {
			if (NOTHING_BEGUN.contains(problem.category())) {
				this.store.forget(caller, key);
			}
			throw problem;
		}
	}

	private RunId again(String caller, String key, byte[] digest) {
		RequestStore.Request earlier = this.store.find(caller, key)
			.orElseThrow(() -> new Problem(Category.STALE,
					"The first request with this Idempotency-Key was just refused. Send it again."));
		if (!Arrays.equals(earlier.digest(), digest)) {
			throw new Problem(Category.STALE,
					"This Idempotency-Key was used for another request. Choose a new one for each run.");
		}
		if (earlier.run() == null) {
			throw new Problem(Category.STALE,
					"The first request with this Idempotency-Key is still being worked on, or was cut off: nobody knows "
							+ "whether it began. Look at the newest runs before you start one with a new key.");
		}
		return earlier.run();
	}

}
