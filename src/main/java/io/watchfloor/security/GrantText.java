package io.watchfloor.security;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Limited roles in words: "operator in shop/staging up to disruptive". */
public final class GrantText {

	private GrantText() {
	}

	/** One. */
	public static String of(Grant grant) {
		return (grant.role() + " in " + place(grant) + " up to " + grant.upTo()).toLowerCase(Locale.ROOT);
	}

	/** Several, in an order of their own; "none" where there is none. */
	public static String of(Collection<Grant> grants) {
		return grants.isEmpty() ? "none"
				: grants.stream().map(GrantText::of).sorted().collect(Collectors.joining(", "));
	}

	private static String place(Grant grant) {
		if (grant.system().isEmpty()) {
			return grant.environment().isEmpty() ? "every system" : grant.environment() + " of every system";
		}
		return grant.environment().isEmpty() ? grant.system() : grant.system() + "/" + grant.environment();
	}

}
