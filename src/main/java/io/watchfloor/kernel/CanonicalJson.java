package io.watchfloor.kernel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON with one spelling for one value: keys sorted, no white space, instants as ISO 8601
 * text. Fingerprints are SHA-256 digests over it.
 */
public final class CanonicalJson {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.build();

	private CanonicalJson() {
	}

	/** Returns the canonical text of a record, map, list or scalar. */
	public static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

	/** Returns the lower-case hexadecimal SHA-256 of the canonical text. */
	public static String fingerprint(Object value) {
		return HexFormat.of().formatHex(sha256(write(value).getBytes(StandardCharsets.UTF_8)));
	}

	/** Returns the SHA-256 digest of the bytes. */
	public static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("every JDK has SHA-256", missing);
		}
	}

}
