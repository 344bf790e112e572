package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Sets how many pods workloads have: {@code kubectl scale}.
 *
 * @param currentReplicas how many there must be now; absent for whatever there is
 */
public record KubeScale(Where where, List<String> resources, @Nullable String selector, boolean all, int replicas,
		@Nullable Integer currentReplicas) implements Action {

	public KubeScale {
		where.demand();
		resources = List.copyOf(resources);
		Names.resources(resources);
		Names.text("the selector", selector);
		GetRules.demand(resources, selector, null, false);
		GetRules.demandChosen(resources, selector, all);
		ScaleRules.demand(resources, replicas, currentReplicas);
	}

	@Override
	public Risk risk() {
		return (this.replicas > 0 && this.currentReplicas != null && this.currentReplicas <= this.replicas)
				? Risk.REVERSIBLE : Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Scale " + Resources.brief(this.resources) + this.where.in() + " to " + this.replicas;
	}

	@Override
	public String commandLine() {
		return this.where.line("scale")
			.words(Resources.words(this.resources))
			.option("--selector", this.selector)
			.flag("--all", this.all)
			.option("--replicas", this.replicas)
			.option("--current-replicas", this.currentReplicas)
			.toString();
	}

}
