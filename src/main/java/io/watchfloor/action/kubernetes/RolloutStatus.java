package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the latest change is out everywhere: {@code kubectl rollout status}.
 *
 * @param resources deployments, stateful sets and daemon sets
 * @param timeout seconds to wait at most
 * @param watch whether it waits at all
 */
public record RolloutStatus(Where where, List<String> resources, @Nullable String selector, @Nullable Integer revision,
		@Nullable Integer timeout, boolean watch) implements Action {

	public RolloutStatus {
		where.demand();
		resources = List.copyOf(resources);
		RolloutRules.demand(resources, selector);
		if ((revision != null && revision < 0) || (timeout != null && timeout < 0)) {
			throw new IllegalArgumentException("neither revision nor timeout is negative");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Look whether " + Resources.brief(this.resources) + this.where.in() + " is rolled out";
	}

	@Override
	public String commandLine() {
		return this.where.line("rollout status")
			.words(Resources.words(this.resources))
			.option("--selector", this.selector)
			.option("--revision", this.revision)
			.seconds("--timeout", this.timeout)
			.flag("--watch=false", !this.watch)
			.toString();
	}

}
