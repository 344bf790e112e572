package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Moves pods off nodes by evicting them: {@code kubectl drain}.
 *
 * @param deleteEmptyDirData whether data that lives with a pod may go
 * @param force whether pods that nothing brings back may go
 * @param disableEviction whether disruption budgets are passed by
 * @param timeout seconds until it gives up
 */
public record Drain(Where where, List<String> nodes, boolean ignoreDaemonSets, boolean deleteEmptyDirData,
		boolean force, boolean disableEviction, @Nullable Integer gracePeriod, @Nullable String podSelector,
		@Nullable Integer timeout) implements Action {

	public Drain {
		where.demand();
		nodes = List.copyOf(nodes);
		if (nodes.isEmpty()) {
			throw new IllegalArgumentException("the node is missing");
		}
		nodes.forEach((node) -> Names.name("node", node));
		Names.text("the pod selector", podSelector);
		if (timeout != null && timeout < 0) {
			throw new IllegalArgumentException("the timeout is negative");
		}
	}

	@Override
	public Risk risk() {
		return (this.deleteEmptyDirData || this.force || this.disableEviction) ? Risk.DESTRUCTIVE : Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Drain " + String.join(", ", this.nodes);
	}

	@Override
	public String commandLine() {
		return this.where.line("drain")
			.words(this.nodes)
			.flag("--ignore-daemonsets", this.ignoreDaemonSets)
			.flag("--delete-emptydir-data", this.deleteEmptyDirData)
			.flag("--force", this.force)
			.flag("--disable-eviction", this.disableEviction)
			.option("--grace-period", this.gracePeriod)
			.option("--pod-selector", this.podSelector)
			.seconds("--timeout", this.timeout)
			.toString();
	}

}
