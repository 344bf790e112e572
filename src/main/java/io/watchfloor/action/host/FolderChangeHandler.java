package io.watchfloor.action.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.PlanDraft;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is in a folder never goes: {@code rmdir} takes only an empty one. */
@Component
class FolderChangeHandler extends HostChange<FolderChange> {

	private static final String WAS = "was";

	FolderChangeHandler(Hosts hosts, Clock clock) {
		super(hosts, clock);
	}

	@Override
	public ActionType<FolderChange> type() {
		return new ActionType<>("host.folder", FolderChange.class, "host");
	}

	@Override
	@Nullable String folder(Target target) {
		return new HostPaths(target).folder();
	}

	@Override
	List<List<String>> commands(FolderChange action, Map<String, String> markers) {
		return List.of((action.verb() == FolderChange.Verb.MAKE) ? List.of("mkdir", "-p", "--", action.path())
				: List.of("rmdir", "--", action.path()));
	}

	/** Only what it is; nobody looks at what is in it. */
	private boolean isThere(FolderChange action, Target target) {
		HostAnswer stat = run(target, List.of("stat", "-L", "-c", "%F", "--", action.path()));
		boolean absent = stat.exit() != 0 && stat.errors().contains("No such file");
		if (!absent && (stat.exit() != 0 || !stat.output().strip().equals("directory"))) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					action.path() + " is no folder: " + stat.lastWords() + ". Look at it on the host.");
		}
		return !absent;
	}

	@Override
	Plan plan(FolderChange action, Target target, Instant at) {
		new HostPaths(target).demand(action.path());
		boolean there = isThere(action, target);
		boolean make = action.verb() == FolderChange.Verb.MAKE;
		PlanDraft draft = new PlanDraft().mark(WAS, there ? "there" : "absent");
		calls(action, Map.of()).forEach((call) -> draft.call(call.text()));
		draft.change(action.path(), there ? "there" : null, make ? "there" : null);
		if (!make) {
			demandEmpty(action, target, there);
		}
		if (make && there) {
			draft.effect("The folder is there already; nothing changes.");
		}
		draft.undo((make && there) ? "None: nothing changes."
				: make ? "rmdir, only while it is empty; folders above it that were made with it stay" : "mkdir -p");
		return draft.doneWhen(make ? "the folder is there" : "the folder is gone", Duration.ofMinutes(1)).plan(at);
	}

	private void demandEmpty(FolderChange action, Target target, boolean there) {
		HostAnswer inside = there
				? run(target,
						List.of("find", action.path() + "/", "-mindepth", "1", "-maxdepth", "1", "-print", "-quit"))
				: null;
		if (inside == null || inside.exit() != 0 || !inside.output().isEmpty()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, action.path()
					+ ((inside == null) ? " is not there." : " is not empty, or cannot be looked into. It stays."));
		}
	}

	@Override
	Verification look(FolderChange action, Plan plan, Target target) {
		boolean there = isThere(action, target);
		return Verification.when(there == (action.verb() == FolderChange.Verb.MAKE),
				there ? "the folder is there" : "the folder is not there");
	}

	@Override
	Settlement settle(FolderChange action, Plan plan, Target target) {
		boolean there = isThere(action, target);
		boolean was = "there".equals(plan.markers().get(WAS));
		boolean wanted = action.verb() == FolderChange.Verb.MAKE;
		Settlement.Finding finding = (there != wanted) ? Settlement.Finding.DID_NOT_HAPPEN
				: (was == wanted) ? Settlement.Finding.CANNOT_TELL : Settlement.Finding.HAPPENED;
		return new Settlement(finding, there ? "the folder is there" : "the folder is not there");
	}

	@Override
	public Optional<Action> undo(FolderChange action, Plan plan) {
		boolean made = action.verb() == FolderChange.Verb.MAKE;
		boolean changed = made == "absent".equals(plan.markers().get(WAS));
		return changed
				? Optional.of(new FolderChange(made ? FolderChange.Verb.REMOVE : FolderChange.Verb.MAKE, action.path()))
				: Optional.empty();
	}

}
