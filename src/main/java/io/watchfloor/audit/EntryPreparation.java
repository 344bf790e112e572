package io.watchfloor.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.watchfloor.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes of an entry what can be stored and read back unchanged: without secrets, without
 * characters that PostgreSQL refuses, not endless. What is hashed is what is stored.
 */
@Component
class EntryPreparation {

	/** Characters of one text that are kept. */
	static final int LONGEST = 65_536;

	private static final Set<String> RESULTS = Set.of("INTENDED", "SUCCEEDED", "FAILED", "REFUSED", "UNKNOWN");

	private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

	// Asked for at each append: the module that redacts stands above this one and is made
	// later
	private final ObjectProvider<Redaction> redactions;

	EntryPreparation(ObjectProvider<Redaction> redactions) {
		this.redactions = redactions;
	}

	AuditEntry prepare(AuditEntry entry) {
		check(entry);
		Map<String, String> details = new LinkedHashMap<>();
		entry.details().forEach((key, value) -> details.put(storable(key), hidden(value)));
		Actor actor = new Actor(storable(entry.actor().id()), storable(entry.actor().name()));
		String reason = entry.reason();
		return new AuditEntry(actor, storable(entry.action()), hidden(entry.target()), entry.planFingerprint(),
				(reason != null) ? hidden(reason) : null, entry.result(), details);
	}

	private static void check(AuditEntry entry) {
		demand(!entry.action().isEmpty() && entry.action().length() <= 100, "an action of 1 to 100 characters", entry);
		demand(RESULTS.contains(entry.result()), "a result out of " + RESULTS, entry);
		demand(isFingerprint(entry.planFingerprint()), "a plan fingerprint of 64 hexadecimal digits", entry);
	}

	private static boolean isFingerprint(@Nullable String text) {
		return text == null || FINGERPRINT.matcher(text).matches();
	}

	private static void demand(boolean met, String what, AuditEntry entry) {
		if (!met) {
			throw new IllegalArgumentException("An audit entry needs " + what + ", this one is " + entry.action() + ", "
					+ entry.result() + ", " + entry.planFingerprint());
		}
	}

	private String hidden(String text) {
		String hidden = text;
		for (Redaction redaction : this.redactions.orderedStream().toList()) {
			hidden = redaction.redact(hidden);
		}
		return storable(hidden);
	}

	private static String storable(String text) {
		String valid = text.codePoints().allMatch(EntryPreparation::isStorable) ? text : replaced(text);
		return (valid.length() <= LONGEST) ? valid : cut(valid);
	}

	private static boolean isStorable(int character) {
		return character != 0 && (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE);
	}

	// NUL becomes its picture, half a surrogate pair the replacement character
	private static String replaced(String text) {
		StringBuilder valid = new StringBuilder(text.length());
		text.codePoints()
			.map((character) -> isStorable(character) ? character : (character == 0) ? '\u2400' : '\uFFFD')
			.forEach(valid::appendCodePoint);
		return valid.toString();
	}

	private static String cut(String text) {
		int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
		return text.substring(0, end) + " [cut, " + text.length() + " characters]";
	}

}
