package io.watchfloor.security;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;

/**
 * Passwords, encoded with Argon2id (16 MiB, two passes). At most four are worked on at
 * once, so that a flood of attempts costs time, not memory.
 */
@Component
public class Passwords {

	/** Fewer characters can be guessed. */
	public static final int SHORTEST = 12;

	private static final int LONGEST = 256;

	private static final String ARGON2ID = "argon2id";

	private final PasswordEncoder encoder = new DelegatingPasswordEncoder(ARGON2ID,
			Map.of(ARGON2ID, Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8()));

	private final Semaphore places = new Semaphore(4, true);

	private final String nobodys = encode(Token.create().text());

	/** Encodes with a salt of its own. */
	public String encode(String password) {
		this.places.acquireUninterruptibly();
		try {
			return this.encoder.encode(password);
		}
		finally {
			this.places.release();
		}
	}

	/**
	 * Whether it is the password. Takes as long when there is none to compare with, so
	 * that the time does not tell which names exist.
	 */
	public boolean matches(String password, Optional<String> hash) {
		String known = hash.orElse(this.nobodys);
		String given = (password.length() <= LONGEST) ? password : "";
		this.places.acquireUninterruptibly();
		try {
			return this.encoder.matches(given, known) && hash.isPresent() && !given.isEmpty();
		}
		finally {
			this.places.release();
		}
	}

	/**
	 * Refuses what can be guessed: only the length and the name count, no composition.
	 * @throws Problem with category {@code NOT_UNDERSTOOD}, saying what to do
	 */
	public static void check(String password, String name) {
		if (password.length() < SHORTEST) {
			throw new Problem(Category.NOT_UNDERSTOOD,
					"The password has fewer than %d characters. A few unrelated words are long and easy to type."
						.formatted(SHORTEST));
		}
		if (password.length() > LONGEST) {
			throw new Problem(Category.NOT_UNDERSTOOD,
					"The password has more than %d characters. Choose a shorter one.".formatted(LONGEST));
		}
		String bare = password.toLowerCase(Locale.ROOT).replace(name.toLowerCase(Locale.ROOT), "");
		if (bare.chars().distinct().count() < 4) {
			throw new Problem(Category.NOT_UNDERSTOOD,
					"The password is the name or one character again and again. Choose one that nobody guesses.");
		}
	}

}
