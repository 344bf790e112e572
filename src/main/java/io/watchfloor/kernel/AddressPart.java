package io.watchfloor.kernel;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Any text as one part of an address: letters, digits, {@code . _ -} stand for
 * themselves, every other byte of UTF-8 is {@code ~} and two hexadecimal digits. A name
 * in percents is taken apart by whatever stands between the browser and the page, each in
 * its own way.
 */
public final class AddressPart {

	private static final Pattern CODED = Pattern.compile("(?:[A-Za-z0-9._-]|~[0-9a-f]{2})*");

	private AddressPart() {
	}

	/** The part for a text. */
	public static String of(String text) {
		StringBuilder part = new StringBuilder();
		for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
			char c = (char) (each & 0xff);
			boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
					|| ".-_".indexOf(c) >= 0;
			part.append(plain ? String.valueOf(c) : "~" + HexFormat.of().toHexDigits(each));
		}
		return part.toString();
	}

	/**
	 * The text of a part.
	 * @return empty where it is none that {@link #of} makes
	 */
	public static Optional<String> text(String part) {
		if (!CODED.matcher(part).matches()) {
			return Optional.empty();
		}
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int at = 0; at < part.length(); at++) {
			boolean coded = part.charAt(at) == '~';
			bytes.write(coded ? HexFormat.fromHexDigits(part, at + 1, at + 3) : part.charAt(at));
			at += coded ? 2 : 0;
		}
		try {
			return Optional
				.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
		}
		catch (CharacterCodingException noText) {
			return Optional.empty();
		}
	}

}
