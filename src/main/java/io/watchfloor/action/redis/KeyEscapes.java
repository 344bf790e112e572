package io.watchfloor.action.redis;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Writes and reads the spelling that {@link KeyText} describes. */
final class KeyEscapes {

	private KeyEscapes() {
	}

	static String write(byte[] bytes) {
		StringBuilder text = new StringBuilder(bytes.length);
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		ByteBuffer in = ByteBuffer.wrap(bytes);
		CharBuffer out = CharBuffer.allocate(bytes.length + 1);
		while (in.hasRemaining()) {
			CoderResult result = decoder.reset().decode(in, out, true);
			append(text, out.flip().toString());
			out.clear();
			for (int bad = 0; result.isError() && bad < result.length(); bad++) {
				hex(text, in.get());
			}
		}
		return text.toString();
	}

	private static void append(StringBuilder text, String valid) {
		valid.codePoints().forEach((point) -> {
			switch (point) {
				case '\\' -> text.append("\\\\");
				case '\n' -> text.append("\\n");
				case '\r' -> text.append("\\r");
				case '\t' -> text.append("\\t");
				default -> append(text, point);
			}
		});
	}

	private static void append(StringBuilder text, int point) {
		if (visible(point)) {
			text.appendCodePoint(point);
			return;
		}
		for (byte part : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
			hex(text, part);
		}
	}

	/** Whether people see it and see where it is: no control, bidi or blank character. */
	private static boolean visible(int point) {
		return switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
				false;
			case Character.SPACE_SEPARATOR -> point == ' ';
			default -> true;
		};
	}

	private static void hex(StringBuilder text, byte value) {
		text.append("\\x").append(HexFormat.of().toHexDigits(value));
	}

	static byte[] read(byte[] spelling) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(spelling.length);
		int at = 0;
		while (at < spelling.length) {
			if (spelling[at] != '\\') {
				bytes.write(spelling[at++]);
			}
			else {
				at = escape(spelling, at + 1, bytes);
			}
		}
		return bytes.toByteArray();
	}

	private static int escape(byte[] spelling, int at, ByteArrayOutputStream bytes) {
		char kind = (at < spelling.length) ? (char) spelling[at] : ' ';
		switch (kind) {
			case '\\' -> bytes.write('\\');
			case 'n' -> bytes.write('\n');
			case 'r' -> bytes.write('\r');
			case 't' -> bytes.write('\t');
			case 'x' -> {
				if (at + 2 >= spelling.length) {
					throw new IllegalArgumentException("\\x needs two hexadecimal digits");
				}
				bytes.write(16 * HexFormat.fromHexDigit(spelling[at + 1]) + HexFormat.fromHexDigit(spelling[at + 2]));
				return at + 3;
			}
			default -> throw new IllegalArgumentException("'\\" + kind + "' is no escape; write a backslash as '\\\\'");
		}
		return at + 1;
	}

}
