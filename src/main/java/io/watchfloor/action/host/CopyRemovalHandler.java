package io.watchfloor.action.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A copy that somebody changed since stays. */
@Component
class CopyRemovalHandler extends HostChange<CopyRemoval> {

	CopyRemovalHandler(Hosts hosts, Clock clock) {
		super(hosts, clock);
	}

	@Override
	public ActionType<CopyRemoval> type() {
		return new ActionType<>("host.remove-copy", CopyRemoval.class, "host");
	}

	@Override
	@Nullable String folder(Target target) {
		return new HostPaths(target).folder();
	}

	@Override
	List<List<String>> commands(CopyRemoval action, Map<String, String> markers) {
		return List.of(action.folder() ? List.of("rm", "-r", "--", action.path()) : List.of("rm", "--", action.path()));
	}

	@Override
	Plan plan(CopyRemoval action, Target target, Instant at) {
		new HostPaths(target).demand(action.path());
		FilesAt now = at(action, target);
		if (!now.digest().equals(action.copied())) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					action.path() + " is no longer what was copied, and stays: " + now.told() + ".");
		}
		PlanDraft draft = new PlanDraft().mark("copy", now.digest());
		calls(action, Map.of()).forEach((call) -> draft.call(call.text()));
		return draft.change(action.path(), now.told(), null)
			.undo("None: it is gone. What it was copied from is not touched.")
			.doneWhen("it is not there", Duration.ofMinutes(1))
			.plan(at);
	}

	private FilesAt at(CopyRemoval action, Target target) {
		return FilesAt.of(action.path(), (words) -> run(target, words));
	}

	@Override
	Verification look(CopyRemoval action, Plan plan, Target target) {
		FilesAt now = at(action, target);
		return Verification.when(now.absent(), action.path() + " is " + now.told());
	}

	@Override
	Settlement settle(CopyRemoval action, Plan plan, Target target) {
		FilesAt now = at(action, target);
		Settlement.Finding finding = now.absent() ? Settlement.Finding.HAPPENED : now.digest().equals(action.copied())
				? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, action.path() + " is " + now.told());
	}

}
