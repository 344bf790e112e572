package io.watchfloor.action.kubernetes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A few digits by which two values of a secret can be told apart. Slow and short on
 * purpose: who reads a plan shall not find the value by trying.
 */
final class SlowDigest {

	private static final int ROUNDS = 20_000;

	private static final int BITS = 32;

	private SlowDigest() {
	}

	/**
	 * The digits.
	 * @param place of the value, so that equal values of two places look different
	 */
	static String of(String place, String base64) {
		try {
			PBEKeySpec spec = new PBEKeySpec((base64 + "\n").toCharArray(), place.getBytes(StandardCharsets.UTF_8),
					ROUNDS, BITS);
			return HexFormat.of()
				.formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded());
		}
		catch (GeneralSecurityException absent) {
			throw new IllegalStateException(absent);
		}
	}

}
