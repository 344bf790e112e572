package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Shows objects in full with their latest events: {@code kubectl describe}.
 *
 * @param resources {@code pods} or {@code pods/api-0}
 */
public record KubeDescribe(Where where, List<String> resources, boolean allNamespaces, @Nullable String selector,
		boolean showEvents) implements Action {

	public KubeDescribe {
		where.demand();
		resources = List.copyOf(resources);
		Names.resources(resources);
		Names.text("the selector", selector);
		GetRules.demand(resources, selector, null, allNamespaces);
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Describe " + Resources.brief(this.resources) + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("describe")
			.words(Resources.words(this.resources))
			.flag("--all-namespaces", this.allNamespaces)
			.option("--selector", this.selector)
			.flag("--show-events=false", !this.showEvents)
			.toString();
	}

}
