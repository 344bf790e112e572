package io.watchfloor.action.kubernetes;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Shows what pods or nodes use now: {@code kubectl top}. Needs the metrics server.
 *
 * @param kind of what
 * @param name of one; absent for all
 * @param sortBy {@code cpu} or {@code memory}
 */
public record KubeTop(Where where, Kind kind, @Nullable String name, boolean allNamespaces, @Nullable String selector,
		@Nullable String fieldSelector, boolean containers, @Nullable String sortBy,
		boolean noHeaders) implements Action {

	public KubeTop {
		where.demand();
		Names.optionalName("resource", name);
		Names.text("the selector", selector);
		Names.text("the field selector", fieldSelector);
		if (sortBy != null && !sortBy.equals("cpu") && !sortBy.equals("memory")) {
			throw new IllegalArgumentException("it is sorted by cpu or memory, not by '" + sortBy + "'");
		}
		if ((name != null && (selector != null || allNamespaces))
				|| (kind == Kind.NODES && (allNamespaces || containers || fieldSelector != null))) {
			throw new IllegalArgumentException("these flags do not go together");
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Show what " + this.kind.plural() + " use" + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("top " + this.kind.plural())
			.word(this.name)
			.flag("--all-namespaces", this.allNamespaces)
			.option("--selector", this.selector)
			.option("--field-selector", this.fieldSelector)
			.flag("--containers", this.containers)
			.option("--sort-by", this.sortBy)
			.flag("--no-headers", this.noHeaders)
			.toString();
	}

	/** What uses something. */
	public enum Kind {

		/** Pods, or their containers. */
		PODS,
		/** Nodes. */
		NODES;

		String plural() {
			return (this == PODS) ? "pods" : "nodes";
		}

	}

}
