package io.watchfloor.runbook.document;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/** What people take for Markdown by its name, by the bytes that it starts with. */
final class FileKinds {

	private static final Map<String, String> STARTS = new LinkedHashMap<>();

	static {
		STARTS.put("%PDF-", "a PDF");
		STARTS.put("PK\u0003\u0004", "a ZIP archive or an office document");
		STARTS.put("\u001F\u008B", "a gzip archive");
		STARTS.put("\u0089PNG", "a picture");
		STARTS.put("\u00FF\u00D8\u00FF", "a picture");
		STARTS.put("GIF8", "a picture");
		STARTS.put("\u007FELF", "a program");
		STARTS.put("\u00D0\u00CF\u0011\u00E0", "an office document");
		STARTS.put("version https://git-lfs", "a pointer to a file in Git LFS");
	}

	private FileKinds() {
	}

	static Optional<String> of(byte[] bytes) {
		String start = new String(bytes, 0, Math.min(bytes.length, 32), StandardCharsets.ISO_8859_1);
		return STARTS.entrySet()
			.stream()
			.filter((kind) -> start.startsWith(kind.getKey()))
			.map(Entry::getValue)
			.findFirst();
	}

}
