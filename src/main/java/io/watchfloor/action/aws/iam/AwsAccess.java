package io.watchfloor.action.aws.iam;

import java.util.ArrayList;
import java.util.List;

import io.watchfloor.action.AccessDocument;
import io.watchfloor.action.AccessNeeds;
import io.watchfloor.action.Action;
import io.watchfloor.action.ActionUse;
import io.watchfloor.action.aws.AwsCall;
import io.watchfloor.action.aws.AwsChange;
import io.watchfloor.action.aws.AwsTargets;
import io.watchfloor.action.aws.CallKnowledge;
import io.watchfloor.action.aws.Calling;
import io.watchfloor.catalog.Target;
import org.springframework.stereotype.Component;

/** Writes the policy for what actions call. */
@Component
class AwsAccess implements AccessNeeds {

	private final List<CallKnowledge> knowledge;

	AwsAccess(List<CallKnowledge> knowledge) {
		this.knowledge = List.copyOf(knowledge);
	}

	@Override
	public String kind() {
		return AwsTargets.KIND;
	}

	@Override
	public AccessDocument needed(Target target, List<ActionUse> uses) {
		Policy policy = new Policy();
		for (ActionUse use : uses) {
			for (AwsCall call : calls(use.action())) {
				policy.allow(call, Resources.of(call, Place.of(target, call.region()), use.open()));
			}
		}
		List<String> notes = new ArrayList<>(policy.notes());
		if (Place.of(target, "").account().equals("*")) {
			notes.add("The account is * because the target names none; set 'allowed-account' to narrow it.");
		}
		return new AccessDocument("IAM policy", target.id().toString().replace('/', '-') + "-policy.json",
				policy.isEmpty() ? "" : policy.json(), notes);
	}

	private List<AwsCall> calls(Action action) {
		if (!(action instanceof Calling calling)) {
			throw new IllegalStateException(action.getClass() + " does not say what it calls");
		}
		List<AwsCall> calls = new ArrayList<>(calling.calls());
		if (action instanceof AwsChange change) {
			this.knowledge.stream()
				.filter((each) -> each.knows(change))
				.forEach((each) -> calls.addAll(each.calls(change)));
		}
		return calls;
	}

}
