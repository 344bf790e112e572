package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Creates a horizontal autoscaler: {@code kubectl autoscale}.
 *
 * @param name of the autoscaler; the workload's where absent
 * @param cpuPercent of what is asked for that pods shall use on average
 */
public record KubeAutoscale(Where where, String resource, @Nullable String name, @Nullable Integer min, int max,
		@Nullable Integer cpuPercent) implements Action {

	public KubeAutoscale {
		where.demand();
		Names.named(List.of(resource));
		Names.optionalName("autoscaler", name);
		ScaleRules.demandRange(resource, min, max, cpuPercent);
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Let " + this.resource + this.where.in() + " scale by itself up to " + this.max;
	}

	@Override
	public String commandLine() {
		return this.where.line("autoscale")
			.word(this.resource)
			.option("--name", this.name)
			.option("--min", this.min)
			.option("--max", this.max)
			.option("--cpu-percent", this.cpuPercent)
			.toString();
	}

}
