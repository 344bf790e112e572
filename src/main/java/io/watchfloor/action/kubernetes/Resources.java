package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads {@code TYPE}, {@code TYPE NAME…}, {@code TYPE/NAME…} and {@code TYPE,TYPE} as
 * kubectl does, into {@code type} or {@code type/name} with the plural of what is built
 * in.
 */
final class Resources {

	private static final List<String> EVERYDAY = List.of("all");

	private Resources() {
	}

	static List<String> read(FlaggedWords words) {
		return read(words.plain(), words);
	}

	static List<String> read(List<String> plain, FlaggedWords words) {
		if (plain.isEmpty()) {
			throw words.problem("the type of resource is missing.");
		}
		if (plain.getFirst().contains("/")) {
			return plain.stream().map((word) -> pair(word, words)).toList();
		}
		List<String> types = Arrays.stream(plain.getFirst().split(",", -1)).map(Resources::type).toList();
		List<String> names = plain.subList(1, plain.size());
		if (names.isEmpty()) {
			return types;
		}
		if (types.size() > 1 || types.equals(EVERYDAY)) {
			throw words.problem("a name needs exactly one type in front of it, not '" + plain.getFirst() + "'.");
		}
		List<String> pairs = new ArrayList<>();
		for (String name : names) {
			if (name.contains("/")) {
				throw words.problem("'" + name + "' is not understood behind '" + plain.getFirst() + "'.");
			}
			pairs.add(types.getFirst() + "/" + name);
		}
		return pairs;
	}

	private static String pair(String word, FlaggedWords words) {
		String[] parts = word.split("/", -1);
		if (parts.length != 2) {
			throw words.problem("'" + word + "' is not understood; TYPE/NAME is.");
		}
		return type(parts[0]) + "/" + parts[1];
	}

	/** The way back: {@code pods a b} where it is one type, else pairs or types. */
	static List<String> words(List<String> resources) {
		return resources.stream().anyMatch((resource) -> resource.contains("/")) ? resources
				: List.of(String.join(",", resources));
	}

	private static String type(String word) {
		return ResourceTypes.canonical(word);
	}

	/** {@code deployments/api} as its type. */
	static String typeOf(String resource) {
		int slash = resource.indexOf('/');
		return (slash < 0) ? resource : resource.substring(0, slash);
	}

	/** {@code deployments/api} as its name; empty for a type alone. */
	static String nameOf(String resource) {
		int slash = resource.indexOf('/');
		return (slash < 0) ? "" : resource.substring(slash + 1);
	}

	/** For titles: {@code deployments/api and 2 more}. */
	static String brief(List<String> resources) {
		return resources.getFirst() + ((resources.size() > 1) ? " and " + (resources.size() - 1) + " more" : "");
	}

}
