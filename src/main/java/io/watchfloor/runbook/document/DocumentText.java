package io.watchfloor.runbook.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;

/** Bytes that should be a text. */
public final class DocumentText {

	/** What is larger is refused: 10 MB of Markdown is no runbook. */
	public static final int LARGEST = 8_000_000;

	private static final int MOST_LINES = 50_000;

	private DocumentText() {
	}

	/** How a text came of its bytes. */
	public enum Encoding {

		/** UTF-8 or UTF-16: as it was written. */
		UNICODE,
		/** Bytes that are no UTF-8, read as the old code of western Windows. */
		WINDOWS_1252,
		/** Some of it was lost: each lost byte is \uFFFD. */
		BROKEN

	}

	/**
	 * A text and how it came of its bytes.
	 *
	 * @param text what can be shown
	 * @param encoding whether it is as it was written
	 */
	public record Decoded(String text, Encoding encoding) {
	}

	/**
	 * Decodes as {@link #read} does, whatever the encoding.
	 * @throws Problem of category NOT_UNDERSTOOD when the bytes are no text
	 */
	public static String decode(byte[] bytes) {
		return read(bytes).text();
	}

	/**
	 * Decodes UTF-8 or UTF-16, with or without a byte order mark, else Windows-1252. Of a
	 * mixture of them single bytes that are not UTF-8 become \uFFFD.
	 * @throws Problem of category NOT_UNDERSTOOD when the bytes are no text
	 */
	public static Decoded read(byte[] bytes) {
		if (bytes.length > LARGEST) {
			throw noText("It is larger than " + LARGEST / 1_000_000 + " MB. Split it into several files.");
		}
		FileKinds.of(bytes).ifPresent((kind) -> {
			throw noText("It is " + kind + ", not a text. Put the document's Markdown there instead.");
		});
		String text = (utf16(bytes) != null) ? strict(bytes, utf16(bytes)) : new String(bytes, StandardCharsets.UTF_8);
		int nul = text.indexOf('\0');
		if (nul >= 0) {
			throw noText("It holds NUL characters, the first in line " + line(text, nul)
					+ ", so it is no text file. Save it as UTF-8 text.");
		}
		long strange = text.chars().filter(DocumentText::strange).count();
		if (strange * 10 > text.length()) {
			int first = (int) text.chars().takeWhile((c) -> !strange(c)).count();
			throw noText("More than a tenth of it is no UTF-8 text, beginning in line " + line(text, first)
					+ ". Save it as UTF-8 text.");
		}
		notLong(text);
		if (text.indexOf('\uFFFD') < 0 || decoded(bytes, StandardCharsets.UTF_8).isPresent() || utf16(bytes) != null) {
			return new Decoded(text, Encoding.UNICODE);
		}
		boolean mixed = text.chars().anyMatch((c) -> c > 127 && c != '\uFFFD');
		Optional<String> western = mixed ? Optional.empty() : decoded(bytes, Charset.forName("windows-1252"));
		return western.map((read) -> new Decoded(read, Encoding.WINDOWS_1252))
			.orElseGet(() -> new Decoded(text, Encoding.BROKEN));
	}

	/** Empty when the bytes are none of the charset's. */
	private static Optional<String> decoded(byte[] bytes, Charset charset) {
		try {
			return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException other) {
			return Optional.empty();
		}
	}

	/** The longest of 265 public runbooks has 4,000 lines. */
	private static void notLong(String text) {
		long lines = line(text, text.length());
		if (lines > MOST_LINES) {
			throw noText(
					"It has %,d lines, the limit is %,d. Split it into several files.".formatted(lines, MOST_LINES));
		}
	}

	/**
	 * UTF-16 without a mark: in text of western languages every other byte is nearly
	 * always zero.
	 */
	private static @Nullable Charset utf16(byte[] bytes) {
		if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
			return StandardCharsets.UTF_16;
		}
		int look = Math.min(bytes.length, 4_000) & ~1;
		int even = 0;
		int odd = 0;
		for (int i = 0; i < look; i += 2) {
			even += (bytes[i] == 0) ? 1 : 0;
			odd += (bytes[i + 1] == 0) ? 1 : 0;
		}
		int most = look / 2 * 7 / 10;
		boolean pairs = bytes.length % 2 == 0 && look >= 8;
		if (pairs && odd > most && even == 0) {
			return StandardCharsets.UTF_16LE;
		}
		return (pairs && even > most && odd == 0) ? StandardCharsets.UTF_16BE : null;
	}

	private static String strict(byte[] bytes, @Nullable Charset charset) {
		Charset asked = Objects.requireNonNull(charset);
		try {
			return asked.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
		}
		catch (CharacterCodingException notText) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"It starts like " + asked + " text, but is none. Save it as UTF-8 text.", notText);
		}
	}

	private static boolean strange(int c) {
		return c == '\uFFFD' || (c < 32 && "\n\r\t\f\u001B".indexOf(c) < 0);
	}

	private static long line(String text, int at) {
		return text.substring(0, at).chars().filter((c) -> c == '\n').count() + 1;
	}

	private static boolean starts(byte[] bytes, int first, int second) {
		return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
	}

	private static Problem noText(String message) {
		return new Problem(Problem.Category.NOT_UNDERSTOOD, message);
	}

}
