package io.watchfloor.run;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What attached bytes are, by looking at them. Only pictures that hold nothing but pixels
 * are ever shown; SVG and HTML are text here, and text is never rendered.
 */
public enum EvidenceType {

	/** A PNG picture. */
	PNG("image/png", true),
	/** A JPEG picture. */
	JPEG("image/jpeg", true),
	/** A GIF picture. */
	GIF("image/gif", true),
	/** A WebP picture. */
	WEBP("image/webp", true),
	/** A PDF document; downloaded, never shown. */
	PDF("application/pdf", false),
	/** Text in UTF-8, whatever it says. */
	TEXT("text/plain; charset=utf-8", false),
	/** Anything else. */
	BYTES("application/octet-stream", false);

	private final String contentType;

	private final boolean picture;

	EvidenceType(String contentType, boolean picture) {
		this.contentType = contentType;
		this.picture = picture;
	}

	/** As HTTP says it. */
	public String contentType() {
		return this.contentType;
	}

	/** Whether a browser may show it as a picture. */
	public boolean picture() {
		return this.picture;
	}

	/** Looks at the bytes. */
	static EvidenceType of(byte[] bytes) {
		if (starts(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
			return PNG;
		}
		if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
			return JPEG;
		}
		if (starts(bytes, 0, 'G', 'I', 'F', '8', '7', 'a') || starts(bytes, 0, 'G', 'I', 'F', '8', '9', 'a')) {
			return GIF;
		}
		if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')) {
			return WEBP;
		}
		if (starts(bytes, 0, '%', 'P', 'D', 'F', '-')) {
			return PDF;
		}
		return text(bytes) ? TEXT : BYTES;
	}

	private static boolean starts(byte[] bytes, int at, int... wanted) {
		if (bytes.length < at + wanted.length) {
			return false;
		}
		for (int place = 0; place < wanted.length; place++) {
			if ((bytes[at + place] & 0xFF) != wanted[place]) {
				return false;
			}
		}
		return true;
	}

	private static boolean text(byte[] bytes) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
			return text.indexOf('\0') < 0;
		}
		catch (CharacterCodingException binary) {
			return false;
		}
	}

	/** The type with this name; what is not known is bytes. */
	public static EvidenceType named(String name) {
		return Arrays.stream(values()).filter((type) -> type.name().equals(name)).findFirst().orElse(BYTES);
	}

}
