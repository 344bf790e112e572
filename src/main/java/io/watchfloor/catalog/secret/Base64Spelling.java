package io.watchfloor.catalog.secret;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A value inside base64 text. What stands before it shifts its bits, so there are three
 * alignments; the first and last character of each also hold bits of what surrounds it
 * and are left out of the search, but not out of the hiding.
 */
final class Base64Spelling {

	private static final int[] SHARED = { 0, 2, 3 };

	private Base64Spelling() {
	}

	/** The characters that the value alone decides, in both alphabets. */
	static Set<String> cores(String value) {
		byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
		Set<String> cores = new LinkedHashSet<>();
		for (int shift = 0; shift < SHARED.length; shift++) {
			byte[] shifted = new byte[shift + bytes.length];
			System.arraycopy(bytes, 0, shifted, shift, bytes.length);
			String encoded = Base64.getEncoder().encodeToString(Arrays.copyOf(shifted, shifted.length + 3));
			String core = encoded.substring(SHARED[shift], shifted.length * 8 / 6);
			cores.add(core);
			cores.add(core.replace('+', '-').replace('/', '_'));
			cores.add(core.replace("+", "%2B").replace("/", "%2F"));
			cores.add(core.replace("/", "\\/"));
		}
		return cores;
	}

	/** Where the word around a core begins, not before a limit. */
	static int start(String text, int core, int limit) {
		int start = core;
		while (start > limit && inAlphabet(text.charAt(start - 1))) {
			start--;
		}
		return start;
	}

	/** Where the word around a core ends, not behind a limit. */
	static int end(String text, int core, int limit) {
		int end = core;
		while (end < limit && (inAlphabet(text.charAt(end)) || text.charAt(end) == '=')) {
			end++;
		}
		return end;
	}

	private static boolean inAlphabet(char c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-'
				|| c == '/' || c == '_';
	}

}
