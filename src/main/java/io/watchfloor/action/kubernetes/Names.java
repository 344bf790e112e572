package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What parameters of actions may look like; refuses the rest. */
final class Names {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._:-]{0,251}[A-Za-z0-9])?");

	private static final Pattern TYPE = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,62}(\\.[A-Za-z0-9.-]{1,190})?");

	private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

	private Names() {
	}

	static void name(String what, String text) {
		if (!NAME.matcher(text).matches()) {
			throw new IllegalArgumentException("'" + text + "' is no name of a " + what);
		}
	}

	static void optionalName(String what, @Nullable String text) {
		if (text != null) {
			name(what, text);
		}
	}

	static void type(String text) {
		if (!TYPE.matcher(text).matches()) {
			throw new IllegalArgumentException("'" + text + "' is no type of resource");
		}
	}

	/** {@code pods} or {@code pods/api-0}. */
	static void resources(List<String> resources) {
		if (resources.isEmpty()) {
			throw new IllegalArgumentException("what it is about is missing");
		}
		resources.forEach((resource) -> {
			int slash = resource.indexOf('/');
			type((slash < 0) ? resource : resource.substring(0, slash));
			if (slash >= 0) {
				name("resource", resource.substring(slash + 1));
			}
		});
	}

	/** All with a name. */
	static void named(List<String> resources) {
		resources(resources);
		resources.forEach((resource) -> {
			if (!resource.contains("/")) {
				throw new IllegalArgumentException("the name of the " + resource + " is missing");
			}
		});
	}

	/** Free text of one line. */
	static void text(String what, @Nullable String text) {
		if (text != null && (text.isBlank() || CONTROL.matcher(text).find())) {
			throw new IllegalArgumentException(what + " '" + text + "' is empty or holds control characters");
		}
	}

}
