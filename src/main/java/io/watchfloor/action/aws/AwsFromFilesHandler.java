package io.watchfloor.action.aws;

import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.ChangeHandler;
import io.watchfloor.action.Outcome;
import io.watchfloor.action.Plan;
import io.watchfloor.action.RunContext;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Refuses to go on while nobody has said what the files hold. */
@Component
class AwsFromFilesHandler implements ChangeHandler<AwsFromFiles> {

	@Override
	public ActionType<AwsFromFiles> type() {
		return new ActionType<>("aws.change-from-files", AwsFromFiles.class, AwsTargets.KIND);
	}

	@Override
	public Plan plan(AwsFromFiles action, Target target) {
		throw new Problem(Problem.Category.NOT_UNDERSTOOD,
				"What " + String.join(", ", action.files().values()) + " holds is missing. Fill it in in the step.");
	}

	@Override
	public Outcome execute(AwsFromFiles action, Plan plan, Target target, RunContext context) {
		return new Outcome.Refused("What the files hold is missing. Nothing was sent.");
	}

	@Override
	public Verification verify(AwsFromFiles action, Plan plan, Target target) {
		return Verification.unknown("nothing was sent");
	}

	@Override
	public Settlement probe(AwsFromFiles action, Plan plan, Target target) {
		return new Settlement(Settlement.Finding.DID_NOT_HAPPEN, "without the files nothing is sent");
	}

	@Override
	public Optional<Action> undo(AwsFromFiles action, Plan plan) {
		return Optional.empty();
	}

}
