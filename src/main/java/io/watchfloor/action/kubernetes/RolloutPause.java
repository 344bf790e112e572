package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Holds the roll-out of deployments, or lets it go on: {@code kubectl rollout pause} and
 * {@code resume}.
 */
public record RolloutPause(Where where, List<String> resources, boolean paused) implements Action {

	public RolloutPause {
		where.demand();
		resources = List.copyOf(resources);
		Names.named(resources);
		if (!resources.stream().allMatch((resource) -> Resources.typeOf(resource).equals("deployments"))) {
			throw new IllegalArgumentException("only deployments can be paused and resumed");
		}
	}

	@Override
	public Risk risk() {
		return this.paused ? Risk.REVERSIBLE : Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return (this.paused ? "Pause " : "Resume ") + Resources.brief(this.resources) + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line(this.paused ? "rollout pause" : "rollout resume")
			.words(Resources.words(this.resources))
			.toString();
	}

}
