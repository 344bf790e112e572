package io.watchfloor.action.kubernetes;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.kernel.Risk;
import org.jspecify.annotations.Nullable;

/**
 * Goes back to an earlier pod template: {@code kubectl rollout undo}.
 *
 * @param resource {@code deployments/api}
 * @param toRevision absent for the one before
 */
public record RolloutUndo(Where where, String resource, @Nullable Integer toRevision) implements Action {

	public RolloutUndo {
		where.demand();
		RolloutRules.demand(List.of(resource), null);
		Names.named(List.of(resource));
		if (toRevision != null && toRevision < 1) {
			throw new IllegalArgumentException("revisions begin at 1");
		}
	}

	@Override
	public Risk risk() {
		return Risk.DISRUPTIVE;
	}

	@Override
	public String title() {
		return "Roll " + this.resource + this.where.in() + " back";
	}

	@Override
	public String commandLine() {
		return this.where.line("rollout undo").word(this.resource).option("--to-revision", this.toRevision).toString();
	}

}
