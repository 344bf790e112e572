package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Replaces all pods of workloads, one after the other: {@code kubectl rollout restart}.
 *
 * @param resources a type alone means all of them in the namespace
 */
public record RolloutRestart(Where where, List<String> resources, @Nullable String selector) implements Action {

	public RolloutRestart {
		where.demand();
		resources = List.copyOf(resources);
		RolloutRules.demand(resources, selector);
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Restart " + Resources.brief(this.resources) + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("rollout restart")
			.words(Resources.words(this.resources))
			.option("--selector", this.selector)
			.toString();
	}

}
