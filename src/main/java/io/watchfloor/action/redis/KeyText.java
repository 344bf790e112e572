package io.watchfloor.action.redis;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.watchfloor.action.Shell;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a key or of a pattern. Redis knows bytes, not characters, so a key can
 * hold anything; the spelling for people and JSON is lossless: printable UTF-8 stands for
 * itself, a backslash is {@code \\}, line feed, carriage return and tab are {@code \n},
 * {@code \r} and {@code \t}, and every other byte is {@code \xHH} as redis-cli prints it.
 */
public final class KeyText {

	private final byte[] bytes;

	private KeyText(byte[] bytes) {
		this.bytes = bytes;
	}

	/** Wraps a copy of the bytes. */
	public static KeyText of(byte[] bytes) {
		return new KeyText(bytes.clone());
	}

	/**
	 * The text as it stands, in UTF-8; no escape is read.
	 * @throws IllegalArgumentException for half of a surrogate pair, which has no bytes
	 */
	public static KeyText literal(String text) {
		try {
			ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
			byte[] bytes = new byte[encoded.remaining()];
			encoded.get(bytes);
			return new KeyText(bytes);
		}
		catch (CharacterCodingException half) {
			throw new IllegalArgumentException("the text holds half of a surrogate pair", half);
		}
	}

	/**
	 * Reads the spelling.
	 * @throws IllegalArgumentException for an escape that is none
	 */
	@JsonCreator
	public static KeyText parse(String spelling) {
		return new KeyText(KeyEscapes.read(literal(spelling).bytes));
	}

	/** A copy of the bytes. */
	public byte[] bytes() {
		return this.bytes.clone();
	}

	/** The spelling, without quotes. */
	@JsonValue
	public String spelling() {
		return KeyEscapes.write(this.bytes);
	}

	/** Spelt for a shell, to show and copy. */
	String shell() {
		String plain = plain();
		return (plain != null) ? Shell.quote(plain) : "$'" + spelling().replace("'", "\\'") + "'";
	}

	/** As text when it is plain UTF-8 without anything to escape but a backslash. */
	private @Nullable String plain() {
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		CharBuffer characters = CharBuffer.allocate(this.bytes.length + 1);
		CoderResult result = decoder.decode(ByteBuffer.wrap(this.bytes), characters, true);
		String text = characters.flip().toString();
		return (!result.isError() && spelling().equals(text.replace("\\", "\\\\"))) ? text : null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof KeyText text && Arrays.equals(this.bytes, text.bytes);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(this.bytes);
	}

	@Override
	public String toString() {
		return spelling();
	}

}
