package io.watchfloor.action.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The addresses that hold what a line chose: one for each name, or one for each type.
 *
 * @param type of what is there
 * @param path of one object, or of a collection
 * @param query the selectors of a collection
 * @param single whether it is one object
 */
record Selection(ResourceType type, String path, Map<String, String> query, boolean single) {

	static List<Selection> of(Cluster cluster, Where where, List<String> resources, boolean allNamespaces,
			@Nullable String selector, @Nullable String fieldSelector) {
		String namespace = allNamespaces ? "" : cluster.namespace(where);
		Map<String, String> query = new LinkedHashMap<>();
		if (selector != null) {
			query.put("labelSelector", selector);
		}
		if (fieldSelector != null) {
			query.put("fieldSelector", fieldSelector);
		}
		List<Selection> selections = new ArrayList<>();
		for (String resource : resources) {
			for (ResourceType type : types(cluster, Resources.typeOf(resource))) {
				String name = Resources.nameOf(resource);
				selections.add(name.isEmpty() ? new Selection(type, type.path(namespace), query, false)
						: new Selection(type, type.path(namespace, name), Map.of(), true));
			}
		}
		return selections;
	}

	private static List<ResourceType> types(Cluster cluster, String word) {
		return word.equals("all") ? ResourceTypes.all().stream().filter(ResourceType::everyday).toList()
				: List.of(cluster.type(word));
	}

}
