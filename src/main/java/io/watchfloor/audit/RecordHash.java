package io.watchfloor.audit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.kernel.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * The hash of a record: SHA-256 over the line {@code watchfloor-audit-1} and a line feed,
 * followed by these fields, each as a netstring over its UTF-8 bytes
 * ({@code <byte count>:<bytes>,}), an absent one as {@code -,}:
 * <ol>
 * <li>sequence, decimal
 * <li>recordedAt in UTC, always with six decimals: {@code 2026-03-01T02:10:00.000000Z}
 * <li>actor's id, actor's name, action, target
 * <li>planFingerprint (or absent), reason (or absent), result
 * <li>the number of details, decimal, then each one's key and value, ordered by the
 * unsigned UTF-8 bytes of the key
 * <li>previousHash, 64 lower-case hexadecimal digits
 * </ol>
 * The same is told, with an example, in {@code docs/audit-log.md}.
 */
final class RecordHash {

	private static final byte[] FORMAT = "watchfloor-audit-1\n".getBytes(StandardCharsets.US_ASCII);

	private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
		.withZone(ZoneOffset.UTC);

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

	private RecordHash() {
		this.bytes.writeBytes(FORMAT);
	}

	/** Returns the hash in lower-case hexadecimal. */
	static String of(long sequence, Instant recordedAt, AuditEntry entry, String previousHash) {
		return new RecordHash().field(Long.toString(sequence))
			.field(INSTANT.format(recordedAt))
			.field(entry.actor().id())
			.field(entry.actor().name())
			.field(entry.action())
			.field(entry.target())
			.field(entry.planFingerprint())
			.field(entry.reason())
			.field(entry.result())
			.details(entry.details())
			.field(previousHash)
			.digest();
	}

	/** Returns what the record's hash ought to be. */
	static String of(AuditRecord held) {
		AuditEntry entry = new AuditEntry(held.actor(), held.action(), held.target(), held.planFingerprint(),
				held.reason(), held.result(), held.details());
		return of(held.sequence(), held.recordedAt(), entry, held.previousHash());
	}

	private RecordHash field(@Nullable String text) {
		if (text == null) {
			this.bytes.write('-');
		}
		else {
			netstring(text.getBytes(StandardCharsets.UTF_8));
		}
		this.bytes.write(',');
		return this;
	}

	private void netstring(byte[] content) {
		this.bytes.writeBytes(Integer.toString(content.length).getBytes(StandardCharsets.US_ASCII));
		this.bytes.write(':');
		this.bytes.writeBytes(content);
	}

	private RecordHash details(Map<String, String> details) {
		field(Integer.toString(details.size()));
		Map<byte[], String> ordered = new TreeMap<>(Arrays::compareUnsigned);
		details.forEach((key, value) -> ordered.put(key.getBytes(StandardCharsets.UTF_8), value));
		ordered.forEach((key, value) -> {
			netstring(key);
			this.bytes.write(',');
			field(value);
		});
		return this;
	}

	private String digest() {
		return HexFormat.of().formatHex(CanonicalJson.sha256(this.bytes.toByteArray()));
	}

}
