package io.watchfloor.action.redis;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A key that a command is about to change.
 *
 * @param expires when it expires, in milliseconds since 1970; -1 for never, -2 when it
 * does not exist
 * @param bytes how much memory it takes
 * @param digest over what it holds; empty when that is too much to read
 */
record WrittenKey(KeyState state, long expires, long bytes, String digest) {

	private static final long READ_AT_MOST = 1 << 20;

	/** Asks the server which keys the command names, then looks at each. */
	static List<WrittenKey> of(RedisSession session, List<KeyText> words) {
		List<WrittenKey> keys = new ArrayList<>();
		for (KeyState state : KeyState.of(session, session.keysOf(words))) {
			KeyText key = state.key();
			long bytes = state.exists() ? number(session.send(List.of(literal("MEMORY"), literal("USAGE"), key))) : 0;
			long expires = number(session.send(List.of(literal("PEXPIRETIME"), key)));
			keys.add(new WrittenKey(state, expires, bytes, (state.exists() && bytes <= READ_AT_MOST)
					? digest(session.await(session.commands().dump(key.bytes()))) : ""));
		}
		return keys;
	}

	private static KeyText literal(String text) {
		return KeyText.literal(text);
	}

	private static long number(List<String> answer) {
		String text = (answer.size() == 1) ? answer.getFirst() : "";
		return text.matches("-?[0-9]{1,18}") ? Long.parseLong(text) : 0;
	}

	private static String digest(byte[] content) {
		try {
			MessageDigest sha = MessageDigest.getInstance("SHA-256");
			return HexFormat.of().formatHex(sha.digest(content), 0, 12);
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("every JDK has SHA-256", impossible);
		}
	}

	String marker() {
		return String.join(" ", this.state.type(), Long.toString(this.expires), Long.toString(this.bytes), this.digest);
	}

	String words() {
		return this.state.words() + (this.state.exists() ? ", " + Counts.memory(this.bytes) : "");
	}

}
