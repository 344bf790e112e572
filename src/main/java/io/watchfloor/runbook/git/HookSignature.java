package io.watchfloor.runbook.git;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * Whether a hook knows the secret: by GitHub's HMAC over the body, by GitLab's token, or
 * as a bearer. Compared in constant time.
 */
final class HookSignature {

	private final byte[] secret;

	HookSignature(String secret) {
		this.secret = secret.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Whether whoever sent it knows the secret; an empty secret is known to everybody.
	 */
	boolean fits(HttpServletRequest request, byte[] body) {
		if (this.secret.length == 0) {
			return false;
		}
		String signature = request.getHeader("X-Hub-Signature-256");
		if (signature != null) {
			return equal(signature.toLowerCase(Locale.ROOT), "sha256=" + HexFormat.of().formatHex(hmac(body)));
		}
		String token = request.getHeader("X-Gitlab-Token");
		if (token == null) {
			String bearer = request.getHeader("Authorization");
			token = (bearer != null && bearer.startsWith("Bearer ")) ? bearer.substring(7) : null;
		}
		return equal(token, new String(this.secret, StandardCharsets.UTF_8));
	}

	private byte[] hmac(byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.secret, "HmacSHA256"));
			return mac.doFinal(body);
		}
		catch (GeneralSecurityException missing) {
			throw new IllegalStateException("every JDK has HmacSHA256", missing);
		}
	}

	private static boolean equal(@Nullable String given, String wanted) {
		return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8),
				wanted.getBytes(StandardCharsets.UTF_8));
	}

}
