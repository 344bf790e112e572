package io.watchfloor.action.http;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Which of the target's secrets goes with a request; never the secret itself.
 *
 * @param kind how it goes
 * @param header the header's name for {@code HEADER}, else empty
 */
public record SignIn(Kind kind, String header) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,80}");

	/** How a secret goes with a request. */
	public enum Kind {

		/** Not at all. */
		NONE,
		/** {@code Authorization: Bearer}, the target's secret {@code token}. */
		BEARER,
		/**
		 * {@code Authorization: Basic}, the target's {@code user} and secret
		 * {@code password}.
		 */
		BASIC,
		/** A header of its own, the target's secret {@code key}. */
		HEADER

	}

	/** Without a secret. */
	public static final SignIn NONE = new SignIn(Kind.NONE, "");

	public SignIn {
		Objects.requireNonNull(kind, "kind");
		if ((kind == Kind.HEADER) == header.isEmpty() || (!header.isEmpty() && !NAME.matcher(header).matches())) {
			throw new IllegalArgumentException("a sign-in by a header of its own names the header");
		}
	}

	/** As flags of curl, with a variable where the secret goes. */
	String flags() {
		return switch (this.kind) {
			case NONE -> "";
			case BEARER -> "-H \"Authorization: Bearer $TOKEN\" ";
			case BASIC -> "-u \"$USER:$PASSWORD\" ";
			case HEADER -> "-H \"" + this.header + ": $KEY\" ";
		};
	}

}
