package io.watchfloor.run;

import java.util.List;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionCall;
import io.watchfloor.action.Actions;
import io.watchfloor.catalog.ApprovalRules;
import io.watchfloor.catalog.Catalog;
import io.watchfloor.catalog.Environment;
import io.watchfloor.catalog.Friction;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.catalog.Target;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import org.springframework.stereotype.Component;

/** Finds what a step touches, in the catalog as it stands now. */
@Component
class Targets {

	private final Catalog catalog;

	private final Actions actions;

	Targets(Catalog catalog, Actions actions) {
		this.catalog = catalog;
		this.actions = actions;
	}

	Environment environment(SystemId system, String name) {
		return this.catalog.system(system)
			.flatMap((found) -> found.environment(name))
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no environment '" + name + "' of system '"
					+ system + "' in the catalog (any more). Add it to the system's system.yaml."));
	}

	Target of(StepRun step) {
		TargetId id = step.target();
		if (id == null) {
			throw new Problem(Category.NOT_FOUND,
					"'" + step.title() + "' has no target yet. Choose one first, or skip the step.");
		}
		return this.catalog.target(id)
			.orElseThrow(() -> new Problem(Category.NOT_FOUND,
					"Target " + id + " is no longer in the catalog. Put it back into the system's system.yaml."));
	}

	/** What a person must do before this step's action runs. */
	Friction friction(StepRun step) {
		TargetId id = of(step).id();
		return environment(id.system(), id.environment()).friction(step.frozen().risk());
	}

	/** How a second person is waited for where this step acts. */
	ApprovalRules approvalRules(StepRun step) {
		TargetId id = of(step).id();
		return environment(id.system(), id.environment()).approval();
	}

	/** The targets that a step can mean. */
	List<Target> candidates(FrozenStep step, Environment environment) {
		FrozenHint hint = step.hint();
		if (hint == null) {
			return List.of();
		}
		Action action = (step.open() != null) ? this.actions.read(step.open().sample()) : action(step);
		return this.actions.candidates(new ActionCall(action, hint.thaw()), environment);
	}

	Action action(FrozenStep step) {
		return this.actions.read(step.actionJson());
	}

}
