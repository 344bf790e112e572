package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Lets nodes take no new pods, or take them again: {@code kubectl cordon} and
 * {@code uncordon}.
 */
public record Cordon(Where where, List<String> nodes, boolean cordoned) implements Action {

	public Cordon {
		where.demand();
		nodes = List.copyOf(nodes);
		if (nodes.isEmpty()) {
			throw new IllegalArgumentException("the node is missing");
		}
		nodes.forEach((node) -> Names.name("node", node));
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return (this.cordoned ? "Cordon " : "Uncordon ") + String.join(", ", this.nodes);
	}

	@Override
	public String commandLine() {
		return this.where.line(this.cordoned ? "cordon" : "uncordon").words(this.nodes).toString();
	}

}
