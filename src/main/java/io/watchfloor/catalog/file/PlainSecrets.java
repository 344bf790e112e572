package io.watchfloor.catalog.file;

import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/** Finds secrets that were written into a file (law 7); never repeats them. */
final class PlainSecrets {

	private static final Pattern USER_INFO = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/\\s@:]*:[^/\\s]+@");

	private static final Pattern PARAMETER = Pattern
		.compile("(?i)(^|[?&;\\s])(password|passwd|pwd|secret|token|api_?key|access_?key)=[^&;\\s$]");

	private static final Pattern KEY = Pattern
		.compile("(?i).*(password|passwd|secret|token|api-?_?key|private-?_?key).*");

	private PlainSecrets() {
	}

	/** Reports every text of the document that holds one. */
	static void check(YamlDocument document, Findings findings) {
		walk(document, "", document.root(), findings);
	}

	private static void walk(YamlDocument document, String pointer, JsonNode node, Findings findings) {
		if (node.isString() && holds(node.asString())) {
			findings.error(document.value(pointer), "a secret stands here in plain text",
					"the address without it, and a reference under secrets, such as password: env:NAME");
		}
		if (node.isArray()) {
			for (int index = 0; index < node.size(); index++) {
				walk(document, pointer + "/" + index, node.path(index), findings);
			}
		}
		node.propertyStream().forEach((entry) -> {
			String member = YamlDocument.member(pointer, entry.getKey());
			if (pointer.endsWith("/settings") && KEY.matcher(entry.getKey()).matches()) {
				findings.error(document.key(member), "'" + entry.getKey() + "' is a secret and stands under settings",
						"the same key under secrets, with a reference such as env:NAME");
			}
			else {
				walk(document, member, entry.getValue(), findings);
			}
		});
	}

	private static boolean holds(String text) {
		return USER_INFO.matcher(text).find() || PARAMETER.matcher(text).find();
	}

}
