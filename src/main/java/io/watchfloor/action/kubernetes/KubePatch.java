package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;

/**
 * Changes fields of one object: {@code kubectl patch}.
 *
 * @param kind how the patch is meant
 * @param patch JSON in one line
 */
public record KubePatch(Where where, String resource, Kind kind, String patch) implements Action {

	public KubePatch {
		where.demand();
		Names.named(List.of(resource));
		PatchRules.demand(resource, kind, patch);
	}

	@Override
	public Risk risk() {
		return PatchRules.risk(this.resource, this.patch);
	}

	@Override
	public String title() {
		return "Change " + this.resource + this.where.in();
	}

	@Override
	public String commandLine() {
		return this.where.line("patch")
			.word(this.resource)
			.option("--type", this.kind.word())
			.option("--patch", this.patch)
			.toString();
	}

	/** How a patch is meant. */
	public enum Kind {

		/** Lists are merged by the key of their kind. */
		STRATEGIC("application/strategic-merge-patch+json"),
		/** Lists are replaced as a whole. */
		MERGE("application/merge-patch+json"),
		/** A list of operations. */
		JSON("application/json-patch+json");

		private final String contentType;

		Kind(String contentType) {
			this.contentType = contentType;
		}

		String contentType() {
			return this.contentType;
		}

		String word() {
			return name().toLowerCase(java.util.Locale.ROOT);
		}

	}

}
