package io.watchfloor.action.kubernetes;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.Reading;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows objects as rows, in full, or by paths into them. */
@Component
class KubeGetHandler extends KubeRead<KubeGet> {

	KubeGetHandler(Clusters clusters, Clock clock) {
		super("kubernetes.get", KubeGet.class, KubeGet::where, clusters, clock);
	}

	@Override
	Reading read(KubeGet action, Cluster cluster) {
		List<Selection> selections = Selection.of(cluster, action.where(), action.resources(), action.allNamespaces(),
				action.selector(), action.fieldSelector());
		OutputFormat format = OutputFormat.parse(action.output());
		return format.rows() ? rows(action, cluster, selections, format) : objects(action, cluster, selections, format);
	}

	private Reading rows(KubeGet action, Cluster cluster, List<Selection> selections, OutputFormat format) {
		List<ShownRows> shown = new ArrayList<>();
		for (Selection selection : selections) {
			try {
				Rows rows = Rows.of(cluster.api().rows(selection.path(), query(action, selection)), now());
				shown.add(new ShownRows(selection, sorted(action, rows)));
			}
			catch (Problem problem) {
				skipMissing(action, problem);
			}
		}
		return ShownRows.reading(shown, action, format.kind() == OutputFormat.Kind.WIDE, cluster.source(action), now());
	}

	/** To sort, whole objects are needed beside the rows. */
	private static Map<String, String> query(KubeGet action, Selection selection) {
		Map<String, String> query = new LinkedHashMap<>(selection.query());
		if (!selection.single()) {
			query.put("limit", "5000");
		}
		if (action.sortBy() != null) {
			query.put("includeObject", "Object");
		}
		return query;
	}

	private static Rows sorted(KubeGet action, Rows rows) {
		if (action.sortBy() == null) {
			return rows;
		}
		JsonPath path = JsonPath.field(action.sortBy());
		List<Rows.Row> sorted = new ArrayList<>(rows.rows());
		sorted.sort(Comparator.comparing((row) -> path.text(row.object()), PathComparison.natural()));
		return new Rows(rows.columns(), sorted);
	}

	private static void skipMissing(KubeGet action, Problem problem) {
		if (!action.ignoreNotFound() || problem.category() != Problem.Category.NOT_FOUND) {
			throw problem;
		}
	}

	private Reading objects(KubeGet action, Cluster cluster, List<Selection> selections, OutputFormat format) {
		List<JsonNode> objects = new ArrayList<>();
		for (Selection selection : selections) {
			try {
				Map<String, String> query = selection.single() ? Map.of() : limited(selection.query());
				JsonNode answer = SecretValues.hidden(cluster.api().get(selection.path(), query), selection.type());
				objects.addAll(selection.single() ? List.of(answer) : items(answer, selection.type()));
			}
			catch (Problem problem) {
				skipMissing(action, problem);
			}
		}
		if (action.sortBy() != null) {
			JsonPath path = JsonPath.field(action.sortBy());
			objects.sort(Comparator.comparing(path::text, PathComparison.natural()));
		}
		boolean one = selections.size() == 1 && selections.getFirst().single();
		return printed(action, cluster, format, objects,
				(one && !objects.isEmpty()) ? objects.getFirst() : list(objects));
	}

	private static Map<String, String> limited(Map<String, String> query) {
		Map<String, String> limited = new LinkedHashMap<>(query);
		limited.put("limit", "5000");
		return limited;
	}

	/** A list's items do not say what they are; people and paths want to know. */
	private static List<JsonNode> items(JsonNode answer, ResourceType type) {
		return Json.list(answer.path("items")).stream().<JsonNode>map((item) -> {
			ObjectNode object = Json.copy(item);
			object.put("apiVersion", type.apiVersion());
			object.put("kind", type.kind());
			return object;
		}).toList();
	}

	private static JsonNode list(List<JsonNode> objects) {
		ObjectNode list = Json.object();
		list.put("apiVersion", "v1");
		ArrayNode items = list.putArray("items");
		objects.forEach(items::add);
		list.put("kind", "List");
		list.putObject("metadata").put("resourceVersion", "");
		return list;
	}

	private Reading printed(KubeGet action, Cluster cluster, OutputFormat format, List<JsonNode> objects,
			JsonNode root) {
		String summary = objects.size() + ((objects.size() == 1) ? " object" : " objects");
		return switch (format.kind()) {
			case JSON -> text(summary, Json.pretty(root), action, cluster);
			case YAML -> text(summary, YamlText.of(root), action, cluster);
			case NAME ->
				text(summary, String.join("\n", objects.stream().map(KubeGetHandler::name).toList()), action, cluster);
			case PATH -> path(action, cluster, JsonPath.template(format.template()).of(root));
			case COLUMNS -> table(summary, CustomColumns.parse(format.template()).of(objects), !action.noHeaders(),
					action, cluster);
			case TABLE, WIDE -> throw new IllegalStateException("rows are shown elsewhere");
		};
	}

	private Reading path(KubeGet action, Cluster cluster, String found) {
		if (found.isBlank()) {
			return unknown("Nothing is there where the path leads", action, cluster);
		}
		String line = found.strip();
		return text((line.length() > 120 || line.contains("\n")) ? "Read " + found.length() + " characters" : line,
				found, action, cluster);
	}

	private static String name(JsonNode object) {
		String version = Json.text(object, "apiVersion");
		String group = version.contains("/") ? "." + version.substring(0, version.indexOf('/')) : "";
		return Json.text(object, "kind").toLowerCase(java.util.Locale.ROOT) + group + "/"
				+ Json.text(object, "metadata", "name");
	}

	@Override
	public void needs(KubeGet action, Needs needs) {
		needs.looks(action.where(), action.allNamespaces(), action.resources());
	}

}
