package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Deletes objects: {@code kubectl delete}. The plan lists each one.
 *
 * @param gracePeriod seconds that pods get to end
 * @param force whether pods are forgotten without waiting for their node
 * @param cascade {@code background}, {@code foreground} or {@code orphan}
 */
public record KubeDelete(Where where, List<String> resources, @Nullable String selector, @Nullable String fieldSelector,
		boolean all, @Nullable Integer gracePeriod, boolean force, @Nullable String cascade,
		boolean ignoreNotFound) implements Action {

	public KubeDelete {
		where.demand();
		resources = List.copyOf(resources);
		Names.resources(resources);
		Names.text("the selector", selector);
		Names.text("the field selector", fieldSelector);
		DeleteRules.demand(resources, selector, fieldSelector, all);
		DeleteRules.demandManner(gracePeriod, force, cascade);
	}

	@Override
	public Risk risk() {
		return Risk.DESTRUCTIVE;
	}

	@Override
	public String title() {
		return "Delete " + Resources.brief(this.resources) + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("delete")
			.words(Resources.words(this.resources))
			.option("--selector", this.selector)
			.option("--field-selector", this.fieldSelector)
			.flag("--all", this.all)
			.option("--grace-period", this.gracePeriod)
			.flag("--force", this.force)
			.option("--cascade", this.cascade)
			.flag("--ignore-not-found", this.ignoreNotFound)
			.toString();
	}

}
