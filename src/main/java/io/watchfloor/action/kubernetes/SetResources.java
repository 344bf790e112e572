package io.watchfloor.action.kubernetes;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Sets what containers ask for and may use: {@code kubectl set resources}.
 *
 * @param requests {@code cpu}, {@code memory}… to quantities
 * @param containers their name, or a pattern; absent for all
 */
public record SetResources(Where where, List<String> resources, Map<String, String> requests,
		Map<String, String> limits, @Nullable String containers) implements Action {

	public SetResources {
		where.demand();
		resources = List.copyOf(resources);
		requests = Ordered.copy(requests);
		limits = Ordered.copy(limits);
		Names.named(resources);
		SetRules.demandTemplates(resources);
		SetRules.demandQuantities(requests, limits);
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
		return "Set resources of " + Resources.brief(this.resources) + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("set resources")
			.words(Resources.words(this.resources))
			.option("--containers", this.containers)
			.option("--requests", String.join(",", SetRules.pairs(this.requests)))
			.option("--limits", String.join(",", SetRules.pairs(this.limits)))
			.toString();
	}

}
