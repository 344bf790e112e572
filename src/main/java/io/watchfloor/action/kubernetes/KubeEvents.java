package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Shows events, the latest last: {@code kubectl events}.
 *
 * @param about {@code pods/api-0}; absent for all
 */
public record KubeEvents(Where where, @Nullable String about, boolean warningsOnly, boolean allNamespaces,
		boolean noHeaders, boolean follow) implements Action {

	public KubeEvents {
		where.demand();
		if (about != null) {
			Names.named(List.of(about));
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Show events" + ((this.about != null) ? " of " + this.about : "") + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("events")
			.option("--for", this.about)
			.flag("--types=Warning", this.warningsOnly)
			.flag("--all-namespaces", this.allNamespaces)
			.flag("--no-headers", this.noHeaders)
			.flag("--watch", this.follow)
			.toString();
	}

}
