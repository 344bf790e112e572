package io.watchfloor.action.kubernetes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What reading an address as it is takes. */
final class RawAddress {

	private static final Pattern RESOURCE = Pattern.compile(
			"/(?:api/v1|apis/([^/?]+)/[^/?]+)(?:/namespaces/([^/?]+))?/([a-z]+)(?:/([^/?]+))?(/[a-z]+)?(?:\\?.*)?");

	private RawAddress() {
	}

	static void needs(String path, Needs needs) {
		Matcher resource = RESOURCE.matcher(path);
		if (!resource.matches()) {
			needs.address(path.replaceFirst("\\?.*", ""));
			return;
		}
		String name = text(resource.group(4));
		needs.in(text(resource.group(2)), text(resource.group(1)), resource.group(3) + text(resource.group(5)), name,
				name.isEmpty() ? "list" : "get");
	}

	private static String text(@org.jspecify.annotations.Nullable String group) {
		return (group != null) ? group : "";
	}

}
