package io.watchfloor.action.kubernetes;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Lists releases of Helm with their newest revision: {@code helm list}.
 *
 * @param all whether those that failed or were removed are shown too
 */
public record HelmList(Where where, boolean allNamespaces, boolean all) implements Action {

	public HelmList {
		where.demand();
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "List Helm releases" + this.where.in();
	}

	@Override
	public String commandLine() {
		return HelmShow.line(this.where, "list")
			.flag("--all-namespaces", this.allNamespaces)
			.flag("--all", this.all)
			.toString();
	}

}
