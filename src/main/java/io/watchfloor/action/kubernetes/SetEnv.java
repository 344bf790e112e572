package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Sets or removes environment variables: {@code kubectl set env}. Values that look like
 * secrets are refused.
 *
 * @param containers their name, or a pattern; absent for all
 */
public record SetEnv(Where where, List<String> resources, Map<String, String> set, List<String> remove,
		@Nullable String containers) implements Action {

	public SetEnv {
		where.demand();
		resources = List.copyOf(resources);
		set = Ordered.copy(set);
		remove = List.copyOf(remove);
		Names.named(resources);
		SetRules.demandTemplates(resources);
		SetRules.demandVariables(set, remove);
		if (containers != null && !containers.matches("[a-z0-9*?-]{1,63}")) {
			throw new IllegalArgumentException("'" + containers + "' names no container");
		}
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Set variables of " + Resources.brief(this.resources) + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("set env")
			.words(Resources.words(this.resources))
			.option("--containers", this.containers)
			.words(SetRules.pairs(this.set))
			.words(this.remove.stream().map((name) -> name + "-").toList())
			.toString();
	}

}
