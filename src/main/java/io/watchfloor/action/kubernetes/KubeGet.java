package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Shows objects: {@code kubectl get}. Values of secrets are never shown.
 *
 * @param resources {@code pods} or {@code pods/api-0}
 * @param output absent for the usual columns; {@code wide}, {@code name}, {@code json},
 * {@code yaml}, {@code jsonpath=…}, {@code custom-columns=…}
 * @param labelColumns labels shown as columns, separated by commas
 * @param follow whether the line asks to go on watching; the reading is one look
 */
public record KubeGet(Where where, List<String> resources, boolean allNamespaces, @Nullable String selector,
		@Nullable String fieldSelector, @Nullable String output, @Nullable String sortBy, @Nullable String labelColumns,
		boolean showLabels, boolean showKind, boolean noHeaders, boolean ignoreNotFound,
		boolean follow) implements Action {

	public KubeGet {
		where.demand();
		resources = List.copyOf(resources);
		Names.resources(resources);
		Names.text("the selector", selector);
		Names.text("the field selector", fieldSelector);
		Names.text("the label columns", labelColumns);
		Names.text("the sorting", sortBy);
		OutputFormat.parse(output);
		GetRules.demand(resources, selector, fieldSelector, allNamespaces);
		if (sortBy != null) {
			JsonPath.field(sortBy);
		}
	}

	@Override
	public Risk risk() {
		return Risk.READ;
	}

	@Override
	public String title() {
		return "Show " + Resources.brief(this.resources) + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("get")
			.words(Resources.words(this.resources))
			.flag("--all-namespaces", this.allNamespaces)
			.option("--selector", this.selector)
			.option("--field-selector", this.fieldSelector)
			.option("--output", this.output)
			.option("--sort-by", this.sortBy)
			.option("--label-columns", this.labelColumns)
			.flag("--show-labels", this.showLabels)
			.flag("--show-kind", this.showKind)
			.flag("--no-headers", this.noHeaders)
			.flag("--ignore-not-found", this.ignoreNotFound)
			.flag("--watch", this.follow)
			.toString();
	}

}
