package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Marks nodes so that pods keep off them, or takes the mark away: {@code kubectl taint}.
 *
 * @param set {@code key=value:NoSchedule}
 * @param remove {@code key} or {@code key:NoSchedule}
 */
public record KubeTaint(Where where, List<String> nodes, List<String> set, List<String> remove,
		boolean overwrite) implements Action {

	public KubeTaint {
		where.demand();
		nodes = List.copyOf(nodes);
		set = List.copyOf(set);
		remove = List.copyOf(remove);
		if (nodes.isEmpty()) {
			throw new IllegalArgumentException("the node is missing");
		}
		nodes.forEach((node) -> Names.name("node", node));
		SetRules.demandTaints(set, remove);
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Change taints of " + String.join(", ", this.nodes);
	}

	@Override
	public String commandLine() {
		return this.where.line("taint nodes")
			.words(this.nodes)
			.words(this.set)
			.words(this.remove.stream().map((taint) -> taint + "-").toList())
			.flag("--overwrite", this.overwrite)
			.toString();
	}

}
