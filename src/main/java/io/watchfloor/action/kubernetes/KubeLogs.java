package io.watchfloor.action.kubernetes;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Shows the log of containers: {@code kubectl logs}.
 *
 * @param resource {@code pods/api-0}, {@code deployments/api}; absent with a selector
 * @param tail how many of the latest lines; kubectl takes 10 of each pod with a selector
 * @param since seconds back
 * @param sinceTime an instant as RFC 3339 has it
 * @param follow whether the line asks to go on reading; the reading ends now
 */
public record KubeLogs(Where where, @Nullable String resource, @Nullable String selector, @Nullable String container,
		boolean allContainers, boolean allPods, boolean previous, @Nullable Integer tail, @Nullable Integer since,
		@Nullable String sinceTime, boolean timestamps, boolean prefix, @Nullable Integer limitBytes,
		boolean follow) implements Action {

	public KubeLogs {
		where.demand();
		LogRules.demand(resource, selector, container, allContainers);
		Names.text("the time", sinceTime);
		if ((since != null && sinceTime != null) || (tail != null && tail < -1) || (since != null && since <= 0)
				|| (limitBytes != null && limitBytes < 1)) {
			throw new IllegalArgumentException("the range of the log makes no sense");
		}
		if (sinceTime != null) {
			LogRules.demandInstant(sinceTime);
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Show the log of " + ((this.resource != null) ? this.resource : "pods with " + this.selector)
				+ this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("logs")
			.word(this.resource)
			.option("--selector", this.selector)
			.option("--container", this.container)
			.flag("--all-containers", this.allContainers)
			.flag("--all-pods", this.allPods)
			.flag("--previous", this.previous)
			.option("--tail", this.tail)
			.seconds("--since", this.since)
			.option("--since-time", this.sinceTime)
			.flag("--timestamps", this.timestamps)
			.flag("--prefix", this.prefix)
			.option("--limit-bytes", this.limitBytes)
			.flag("--follow", this.follow)
			.toString();
	}

}
