package io.watchfloor.security.signin;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import org.springframework.stereotype.Component;

import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.security.AttemptStore;
import io.watchfloor.security.AttemptStore.Bucket;
import io.watchfloor.security.DeviceStore;
import io.watchfloor.security.PersonStore;
import io.watchfloor.security.Token;

/**
 * Slows guessing down without letting a stranger lock a colleague out. An attempt is
 * counted before the password is looked at, in PostgreSQL, for all nodes together:
 *
 * <ul>
 * <li>by name and network (24 bits of IPv4, 64 of IPv6): 5 are free, then 30 s, doubling
 * up to 15 min. This stops guessing from one place.</li>
 * <li>by network alone: 50 are free, then 10 s, doubling up to 15 min. This stops trying
 * one password on many names.</li>
 * <li>by name alone: 20 are free, then 1 s, doubling up to <em>one minute</em>. This
 * slows guessing from many places, and is the worst that a stranger can do to a person on
 * a browser they have never used.</li>
 * <li>a browser on which the person has signed in before is counted by itself alone (5
 * free, then 30 s, doubling up to 15 min): failures from elsewhere do not concern
 * it.</li>
 * </ul>
 *
 * A success empties the first and the last and takes itself out of the others. A count
 * starts again after an hour without attempts. Names that nobody has are counted alike;
 * buckets are digests, so the table tells neither names nor addresses.
 */
@Component
class SignInThrottle {

	private static final Duration MOST = Duration.ofMinutes(15);

	private final AttemptStore attempts;

	private final DeviceStore devices;

	private final PersonStore people;

	private final Clock clock;

	SignInThrottle(AttemptStore attempts, DeviceStore devices, PersonStore people, Clock clock) {
		this.attempts = attempts;
		this.devices = devices;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * Counts an attempt.
	 * @return what to call when it succeeded
	 * @throws Throttled when it is too early for another one
	 */
	Attempt begin(String name, SignInDetails details) {
		return charge(buckets(name.toLowerCase(Locale.ROOT), details));
	}

	/** As above, for somebody signed in who proves the password again. */
	Attempt beginStepUp(String session) {
		return charge(List.of(new Bucket(key("step-up", session), 5, Duration.ofSeconds(30), MOST)));
	}

	private Attempt charge(List<Bucket> buckets) {
		Duration wait = this.attempts.charge(buckets, this.clock.instant());
		if (wait.isPositive()) {
			throw new Throttled(wait);
		}
		return () -> this.attempts.refund(buckets, List.of(buckets.getFirst()));
	}

	private List<Bucket> buckets(String name, SignInDetails details) {
		List<Bucket> buckets = new ArrayList<>();
		if (known(name, details)) {
			String device = String.valueOf(details.device());
			buckets.add(new Bucket(key("device", device), 5, Duration.ofSeconds(30), MOST));
			return buckets;
		}
		String network = AddressPrefix.of(details.address());
		buckets.add(new Bucket(key("name and network", name, network), 5, Duration.ofSeconds(30), MOST));
		buckets.add(new Bucket(key("network", network), 50, Duration.ofSeconds(10), MOST));
		buckets.add(new Bucket(key("name", name), 20, Duration.ofSeconds(1), Duration.ofMinutes(1)));
		return buckets;
	}

	private boolean known(String name, SignInDetails details) {
		Token device = details.deviceToken().orElse(null);
		return device != null
				&& this.people.named(name).filter((person) -> this.devices.knows(person.id(), device)).isPresent();
	}

	private static String key(String... parts) {
		String text = String.join("\0", parts);
		return HexFormat.of().formatHex(CanonicalJson.sha256(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** An attempt that was let through. */
	interface Attempt {

		/** The password was right. */
		void succeeded();

	}

}
