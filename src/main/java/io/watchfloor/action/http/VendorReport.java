package io.watchfloor.action.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * What a status page says, read strictly: whatever it says in a form or a word that is
 * not known here is no report.
 *
 * @param well whether everything that counts is well
 * @param words one line
 * @param rows what is told of, and how that is
 */
record VendorReport(boolean well, String words, List<List<String>> rows) {

	private static final Set<String> INDICATORS = Set.of("none", "minor", "major", "critical", "maintenance");

	private static final Set<String> STATES = Set.of("operational", "degraded_performance", "partial_outage",
			"major_outage", "full_outage", "under_maintenance");

	private static final String WELL = "operational";

	/**
	 * Reads an answer.
	 * @param only the components that count; empty for all
	 * @throws IllegalArgumentException why it is no report
	 */
	static VendorReport of(StatusPage page, JsonNode root, Set<String> only) {
		if (!root.isObject()) {
			throw new IllegalArgumentException("it is no object");
		}
		return switch (page) {
			case STATUSPAGE -> statuspage(root, only);
			case INCIDENT_IO -> incidentIo(root, only);
			case ZENDESK -> zendesk(root);
		};
	}

	private static VendorReport statuspage(JsonNode root, Set<String> only) {
		String indicator = known(root.path("status").path("indicator"), INDICATORS, "indicator");
		List<List<String>> rows = new ArrayList<>();
		boolean well = true;
		for (JsonNode component : list(root, "components")) {
			String name = text(component, "name");
			String state = known(component.path("status"), STATES, "status of " + name);
			// the heading of a group repeats what stands below it
			boolean counts = !component.path("group").asBoolean(false) && (only.isEmpty() || only.contains(name));
			if (counts) {
				rows.add(List.of(name, state));
				well &= state.equals(WELL);
			}
		}
		demandAll(rows, only);
		well &= !only.isEmpty() || indicator.equals("none");
		return new VendorReport(well, words(rows) + "; the page as a whole: " + indicator, rows);
	}

	private static VendorReport incidentIo(JsonNode root, Set<String> only) {
		List<List<String>> rows = new ArrayList<>();
		for (String kind : List.of("ongoing_incidents", "in_progress_maintenances")) {
			for (JsonNode each : array(root, kind)) {
				String name = text(each, "name");
				List<String> hit = new ArrayList<>();
				array(each, "affected_components").forEach((component) -> hit.add(text(component, "name")));
				if (only.isEmpty() || hit.isEmpty() || hit.stream().anyMatch(only::contains)) {
					rows.add(List.of(name + (hit.isEmpty() ? "" : " (" + String.join(", ", hit) + ")"),
							text(each, "status")));
				}
			}
		}
		array(root, "scheduled_maintenances");
		return incidents(rows);
	}

	private static VendorReport zendesk(JsonNode root) {
		List<List<String>> rows = new ArrayList<>();
		for (JsonNode each : array(root, "data")) {
			if (!each.path("type").asString("").equals("incident")) {
				throw new IllegalArgumentException("it holds something that is no incident");
			}
			JsonNode told = each.path("attributes");
			rows.add(List.of(text(told, "title"), text(told, "status") + ", impact " + text(told, "impact")));
		}
		return incidents(rows);
	}

	private static VendorReport incidents(List<List<String>> rows) {
		return new VendorReport(
				rows.isEmpty(), rows.isEmpty() ? "no incident is open" : rows.getFirst().getFirst() + ": "
						+ rows.getFirst().get(1) + ((rows.size() > 1) ? ", and " + (rows.size() - 1) + " more" : ""),
				rows);
	}

	private static String words(List<List<String>> rows) {
		List<String> ill = rows.stream()
			.filter((row) -> !row.get(1).equals(WELL))
			.map((row) -> row.get(0) + " is " + row.get(1).replace('_', ' '))
			.toList();
		return ill.isEmpty() ? "all of " + rows.size() + " are operational" : String.join(", ", ill);
	}

	private static void demandAll(List<List<String>> rows, Set<String> only) {
		if (rows.isEmpty()) {
			throw new IllegalArgumentException("it names no component" + (only.isEmpty() ? "" : " of " + only));
		}
		only.stream()
			.filter((name) -> rows.stream().noneMatch((row) -> row.getFirst().equals(name)))
			.findFirst()
			.ifPresent((name) -> {
				throw new IllegalArgumentException("it names no component " + name);
			});
	}

	private static List<JsonNode> list(JsonNode root, String name) {
		List<JsonNode> list = array(root, name);
		if (list.isEmpty()) {
			throw new IllegalArgumentException("its list of " + name + " is empty");
		}
		return list;
	}

	private static List<JsonNode> array(JsonNode root, String name) {
		JsonNode array = root.path(name);
		if (!array.isArray()) {
			throw new IllegalArgumentException("it has no list of " + name.replace('_', ' '));
		}
		return List.copyOf(array.values());
	}

	private static String text(JsonNode node, String name) {
		JsonNode value = node.path(name);
		if (!value.isString() || value.stringValue().isBlank()) {
			throw new IllegalArgumentException("something in it has no " + name);
		}
		return value.stringValue();
	}

	private static String known(JsonNode node, Set<String> words, String what) {
		String word = node.asString("").toLowerCase(Locale.ROOT);
		if (!words.contains(word)) {
			throw new IllegalArgumentException("the " + what + " is '" + word + "', a word that is not known");
		}
		return word;
	}

}
