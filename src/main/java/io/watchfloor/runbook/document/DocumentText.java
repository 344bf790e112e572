package io.watchfloor.runbook.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import io.watchfloor.kernel.Problem;

/** Bytes that should be a text. */
public final class DocumentText {

	/** What is larger is refused: 10 MB of Markdown is no runbook. */
	public static final int LARGEST = 8_000_000;

	private DocumentText() {
	}

	/**
	 * Decodes UTF-8, with or without a byte order mark, or UTF-16 with one. Single bytes
	 * that are not UTF-8 become \uFFFD.
	 * @throws Problem of category NOT_UNDERSTOOD when the bytes are no text
	 */
	public static String decode(byte[] bytes) {
		if (bytes.length > LARGEST) {
			throw noText("It is larger than " + LARGEST / 1_000_000 + " MB. Split it into several files.");
		}
		if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
			return strict(bytes, StandardCharsets.UTF_16);
		}
		String text = new String(bytes, StandardCharsets.UTF_8);
		long strange = text.chars().filter((c) -> c == '\uFFFD' || (c < 32 && "\n\r\t\f".indexOf(c) < 0)).count();
		if (text.indexOf('\0') >= 0) {
			throw noText("It holds NUL characters, so it is no text file. Save it as UTF-8 text.");
		}
		if (strange * 10 > text.length()) {
			throw noText("More than a tenth of it is no UTF-8 text. Save it as UTF-8 text.");
		}
		return text;
	}

	private static String strict(byte[] bytes, Charset charset) {
		try {
			return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException notText) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"It starts like " + charset + " text, but is none. Save it as UTF-8 text.", notText);
		}
	}

	private static boolean starts(byte[] bytes, int first, int second) {
		return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
	}

	private static Problem noText(String message) {
		return new Problem(Problem.Category.NOT_UNDERSTOOD, message);
	}

}
