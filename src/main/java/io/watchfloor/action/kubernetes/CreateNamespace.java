package io.watchfloor.action.kubernetes;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Creates a namespace: {@code kubectl create namespace}.
 */
public record CreateNamespace(Where where, String name) implements Action {

	public CreateNamespace {
		where.demand();
		if (!name.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
			throw new IllegalArgumentException("'" + name + "' is no name of a namespace");
		}
	}

	@Override
	public Risk risk() {
		return Risk.REVERSIBLE;
	}

	@Override
	public String title() {
		return "Create the namespace " + this.name;
	}

	@Override
	public String commandLine() {
		return this.where.line("create namespace").word(this.name).toString();
	}

}
