package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Optional;

import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A step of a path. */
sealed interface PathStep {

	/** What it leads to; nothing for what is missing. */
	List<JsonNode> find(JsonNode node);

	/** {@code .name} or {@code ['name']}. */
	record Field(String name) implements PathStep {

		@Override
		public List<JsonNode> find(JsonNode node) {
			JsonNode found = node.path(this.name);
			return found.isMissingNode() ? List.of() : List.of(found);
		}

	}

	/** {@code [*]}, {@code [0]}, {@code [-1]}, {@code [1:3]}; the end is not included. */
	record Slice(@Nullable Integer from, @Nullable Integer to) implements PathStep {

		@Override
		public List<JsonNode> find(JsonNode node) {
			if (node.isNull()) {
				return List.of();
			}
			List<JsonNode> all = elements(node);
			int first = (this.from == null) ? 0 : (this.from < 0) ? this.from + all.size() : this.from;
			int end = (this.to == null) ? all.size() : (this.to < 0) ? this.to + all.size() : this.to;
			if (first == end) {
				return List.of();
			}
			if (first < 0 || first >= all.size() || end < first || end > all.size()) {
				throw new Problem(Problem.Category.NOT_FOUND,
						"array index out of bounds: index " + first + ", length " + all.size() + ".");
			}
			return all.subList(first, end);
		}

	}

	/** {@code [?(@.type=="Ready")]}. */
	record Filter(JsonPath left, String operator, @Nullable JsonNode right) implements PathStep {

		@Override
		public List<JsonNode> find(JsonNode node) {
			return node.isNull() ? List.of() : elements(node).stream().filter(this::matches).toList();
		}

		private boolean matches(JsonNode element) {
			Optional<JsonNode> value = this.left.find(element).stream().findFirst();
			return value.filter((found) -> this.right == null || PathComparison.holds(found, this.operator, this.right))
				.isPresent();
		}

	}

	private static List<JsonNode> elements(JsonNode node) {
		if (!node.isArray()) {
			throw new Problem(Problem.Category.NOT_FOUND, "The path asks for a list where there is none.");
		}
		return Json.list(node);
	}

}
