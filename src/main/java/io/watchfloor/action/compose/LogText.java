package io.watchfloor.action.compose;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Takes an engine's stream of output apart: eight bytes of head (which stream, four for
 * the length), then so many bytes; with a terminal it is plain text.
 */
final class LogText {

	private LogText() {
	}

	/** Both streams, as they came. */
	static String of(byte[] raw) {
		return of(raw, 0);
	}

	/** One stream: 1 for the output, 2 for the errors, 0 for both. */
	static String of(byte[] raw, int stream) {
		if (!framed(raw)) {
			return (stream == 2) ? "" : new String(raw, StandardCharsets.UTF_8);
		}
		ByteArrayOutputStream text = new ByteArrayOutputStream(raw.length);
		int at = 0;
		while (at + 8 <= raw.length) {
			int length = ((raw[at + 4] & 255) << 24) | ((raw[at + 5] & 255) << 16) | ((raw[at + 6] & 255) << 8)
					| (raw[at + 7] & 255);
			int end = (length < 0) ? raw.length : (int) Math.min(raw.length, (long) at + 8 + length);
			if (stream == 0 || raw[at] == stream) {
				text.write(raw, at + 8, end - at - 8);
			}
			at = end;
		}
		return text.toString(StandardCharsets.UTF_8);
	}

	private static boolean framed(byte[] raw) {
		return raw.length >= 8 && raw[0] >= 0 && raw[0] <= 2 && raw[1] == 0 && raw[2] == 0 && raw[3] == 0;
	}

}
