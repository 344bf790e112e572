package io.watchfloor.security.signin;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A browser and its system in words, as far as its own header tells. */
final class BrowserName {

	// The first match counts: Edge also says Chrome, and Chrome also says Safari
	private static final Map<String, String> BROWSERS = new LinkedHashMap<>();

	private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

	static {
		BROWSERS.put("Edg/", "Edge");
		BROWSERS.put("OPR/", "Opera");
		BROWSERS.put("Firefox/", "Firefox");
		BROWSERS.put("Chrome/", "Chrome");
		BROWSERS.put("Safari/", "Safari");
		SYSTEMS.put("Android", "Android");
		SYSTEMS.put("iPhone", "iPhone");
		SYSTEMS.put("iPad", "iPad");
		SYSTEMS.put("Windows", "Windows");
		SYSTEMS.put("Mac OS", "macOS");
		SYSTEMS.put("Linux", "Linux");
	}

	private BrowserName() {
	}

	static String of(@Nullable String userAgent) {
		String text = (userAgent != null) ? userAgent : "";
		return first(BROWSERS, text, "Unknown browser") + " on " + first(SYSTEMS, text, "an unknown system");
	}

	private static String first(Map<String, String> names, String text, String otherwise) {
		return names.entrySet()
			.stream()
			.filter((entry) -> text.contains(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(otherwise);
	}

}
