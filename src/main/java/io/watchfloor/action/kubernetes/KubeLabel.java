package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Sets or removes labels or annotations: {@code kubectl label} and {@code annotate}.
 *
 * @param overwrite whether a value that is there may be replaced
 */
public record KubeLabel(Where where, Kind kind, List<String> resources, Map<String, String> set, List<String> remove,
		boolean overwrite) implements Action {

	public KubeLabel {
		where.demand();
		resources = List.copyOf(resources);
		set = Ordered.copy(set);
		remove = List.copyOf(remove);
		Names.named(resources);
		SetRules.demandLabels(kind, set, remove);
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Change " + this.kind.plural() + " of " + Resources.brief(this.resources) + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line(this.kind.verb())
			.words(Resources.words(this.resources))
			.words(SetRules.pairs(this.set))
			.words(this.remove.stream().map((name) -> name + "-").toList())
			.flag("--overwrite", this.overwrite)
			.toString();
	}

	/** Which of the two. */
	public enum Kind {

		/** What selectors look at. */
		LABEL("label", "labels"),
		/** What controllers and people look at. */
		ANNOTATION("annotate", "annotations");

		private final String verb;

		private final String plural;

		Kind(String verb, String plural) {
			this.verb = verb;
			this.plural = plural;
		}

		String verb() {
			return this.verb;
		}

		String plural() {
			return this.plural;
		}

	}

}
