package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Waits until objects have come to a state: {@code kubectl wait}.
 *
 * @param condition {@code condition=Ready}, {@code condition=Ready=false},
 * {@code delete}, {@code create}, {@code jsonpath={.status.phase}=Running}
 * @param timeout seconds to wait at most; kubectl's 30 where absent
 */
public record KubeWait(Where where, List<String> resources, @Nullable String selector, boolean all,
		boolean allNamespaces, String condition, @Nullable Integer timeout) implements Action {

	public KubeWait {
		where.demand();
		resources = List.copyOf(resources);
		Names.resources(resources);
		Names.text("the selector", selector);
		WaitCondition.parse(condition);
		GetRules.demand(resources, selector, null, allNamespaces);
		GetRules.demandChosen(resources, selector, all);
		if (timeout != null && timeout < 0) {
			throw new IllegalArgumentException("waiting without an end is not offered");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Wait for " + this.condition + " of " + Resources.brief(this.resources) + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("wait")
			.words(Resources.words(this.resources))
			.option("--for", this.condition)
			.option("--selector", this.selector)
			.flag("--all", this.all)
			.flag("--all-namespaces", this.allNamespaces)
			.seconds("--timeout", this.timeout)
			.toString();
	}

}
