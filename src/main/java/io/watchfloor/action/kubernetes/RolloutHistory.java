package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Shows the revisions that can be gone back to: {@code kubectl rollout history}.
 *
 * @param revision absent for the list, else the pod template of that one
 */
public record RolloutHistory(Where where, List<String> resources, @Nullable String selector,
		@Nullable Integer revision) implements Action {

	public RolloutHistory {
		where.demand();
		resources = List.copyOf(resources);
		RolloutRules.demand(resources, selector);
		if (revision != null && revision < 1) {
			throw new IllegalArgumentException("revisions begin at 1");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Show revisions of " + Resources.brief(this.resources) + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("rollout history")
			.words(Resources.words(this.resources))
			.option("--selector", this.selector)
			.option("--revision", this.revision)
			.toString();
	}

}
