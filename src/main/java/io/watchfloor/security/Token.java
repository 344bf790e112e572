package io.watchfloor.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import io.watchfloor.kernel.CanonicalJson;

/** 256 random bits that open something. Only the digest is ever stored. */
public record Token(String text) {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** A new one. */
	public static Token create() {
		byte[] bytes = new byte[32];
		RANDOM.nextBytes(bytes);
		return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	/** What the store knows it by; a digest without salt is enough for random bits. */
	public byte[] hash() {
		return CanonicalJson.sha256(this.text.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "Token[…]";
	}

}
