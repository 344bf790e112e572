package io.watchfloor.audit.offline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Computes a record's hash from the format's description. */
final class RecordDigest {

	private final MessageDigest digest;

	private RecordDigest() {
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException(missing);
		}
	}

	static String of(ExportedRecord line) {
		RecordDigest hash = new RecordDigest();
		hash.text("watchfloor-audit-1\n");
		hash.string(String.valueOf(line.sequence()));
		hash.string(instant(line));
		for (String field : List.of(line.actorId(), line.actorName(), line.action(), line.target())) {
			hash.string(field);
		}
		hash.optional(line.planFingerprint());
		hash.optional(line.reason());
		hash.string(line.result());
		hash.details(line.details());
		hash.string(line.previousHash());
		return HexFormat.of().formatHex(hash.digest.digest());
	}

	private static String instant(ExportedRecord line) {
		OffsetDateTime utc = line.recordedAt().atOffset(ZoneOffset.UTC);
		return String.format("%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", utc.getYear(), utc.getMonthValue(),
				utc.getDayOfMonth(), utc.getHour(), utc.getMinute(), utc.getSecond(), utc.getNano() / 1000);
	}

	private void details(Map<String, String> details) {
		string(String.valueOf(details.size()));
		details.keySet().stream().sorted(Comparator.comparing(RecordDigest::utf8Order)).forEach((key) -> {
			string(key);
			string(details.getOrDefault(key, ""));
		});
	}

	// Hexadecimal digits of UTF-8 sort as its unsigned bytes do
	private static String utf8Order(String key) {
		return HexFormat.of().formatHex(key.getBytes(StandardCharsets.UTF_8));
	}

	private void optional(@Nullable String field) {
		if (field == null) {
			text("-,");
		}
		else {
			string(field);
		}
	}

	private void string(String field) {
		byte[] content = field.getBytes(StandardCharsets.UTF_8);
		text(content.length + ":");
		this.digest.update(content);
		text(",");
	}

	private void text(String ascii) {
		this.digest.update(ascii.getBytes(StandardCharsets.US_ASCII));
	}

}
