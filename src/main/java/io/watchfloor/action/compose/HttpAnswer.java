package io.watchfloor.action.compose;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an engine answered. Only what engines send is understood: a length, chunks, or
 * everything until the end.
 *
 * @param cut whether there was more than was wanted
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares answers
record HttpAnswer(int status, byte[] body, boolean cut) {

	static HttpAnswer read(InputStream in, int mostBytes) throws IOException {
		String first = line(in);
		if (!first.matches("HTTP/1\\.[01] [0-9]{3}.*")) {
			throw new IOException(
					"this is no Docker engine: '" + first.substring(0, Math.min(40, first.length())) + "'");
		}
		int status = Integer.parseInt(first.substring(9, 12));
		Map<String, String> headers = new HashMap<>();
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			int colon = line.indexOf(':');
			headers.put(line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT),
					line.substring(colon + 1).strip());
		}
		if (status == 204 || status == 304) {
			return new HttpAnswer(status, new byte[0], false);
		}
		return body(status, headers, in, mostBytes);
	}

	private static HttpAnswer body(int status, Map<String, String> headers, InputStream in, int most)
			throws IOException {
		if (headers.getOrDefault("transfer-encoding", "").equalsIgnoreCase("chunked")) {
			return chunks(status, in, most);
		}
		String length = headers.get("content-length");
		long all = (length != null) ? Long.parseLong(length) : Long.MAX_VALUE;
		byte[] body = in.readNBytes((int) Math.min(all, most));
		if (length != null && body.length < Math.min(all, most)) {
			throw new EOFException("the answer ended early");
		}
		return new HttpAnswer(status, body, (length != null) ? all > most : body.length == most && in.read() >= 0);
	}

	private static HttpAnswer chunks(int status, InputStream in, int most) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		for (int size = size(in); size > 0; size = size(in)) {
			int kept = Math.min(size, most - body.size());
			byte[] chunk = in.readNBytes(kept);
			if (chunk.length < kept) {
				throw new EOFException("the answer ended early");
			}
			body.writeBytes(chunk);
			if (kept < size) {
				return new HttpAnswer(status, body.toByteArray(), true);
			}
			line(in);
		}
		return new HttpAnswer(status, body.toByteArray(), false);
	}

	private static int size(InputStream in) throws IOException {
		String line = line(in).replaceFirst(";.*", "").strip();
		if (!line.matches("[0-9a-fA-F]{1,7}")) {
			throw new IOException("the answer is garbled");
		}
		return Integer.parseInt(line, 16);
	}

	private static String line(InputStream in) throws IOException {
		ByteArrayOutputStream line = new ByteArrayOutputStream();
		for (int next = in.read(); next != '\n'; next = in.read()) {
			if (next < 0 || line.size() > 16_384) {
				throw new EOFException("the answer ended early");
			}
			line.write(next);
		}
		return line.toString(StandardCharsets.UTF_8).stripTrailing();
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

}
