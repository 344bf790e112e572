package io.watchfloor.action.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/**
 * Settles where the copy will lie before it is made, and copies exactly there; what is
 * compared are digests.
 */
@Component
class FileCopyHandler extends HostChange<FileCopy> {

	/** Where the copy lies. */
	private static final String AT = "at";

	private static final String SOURCE = "source";

	private static final String BEFORE = "before";

	FileCopyHandler(Hosts hosts, Clock clock) {
		super(hosts, clock);
	}

	@Override
	public ActionType<FileCopy> type() {
		return new ActionType<>("host.copy", FileCopy.class, "host");
	}

	@Override
	@Nullable String folder(Target target) {
		return new HostPaths(target).folder();
	}

	/** Where nothing was, {@code -n} leaves alone what came in between. */
	@Override
	List<List<String>> commands(FileCopy action, Map<String, String> markers) {
		List<String> words = new ArrayList<>(List.of("cp", "-T"));
		if (action.recursive()) {
			words.add("-r");
		}
		if (fresh(markers)) {
			words.add("-n");
		}
		words.addAll(List.of("--", action.from(), place(action, markers)));
		return List.of(words);
	}

	private static boolean fresh(Map<String, String> markers) {
		return markers.getOrDefault(BEFORE, "").startsWith(FilesAt.Kind.ABSENT.name());
	}

	private static String place(FileCopy action, Map<String, String> markers) {
		return markers.getOrDefault(AT, action.to());
	}

	private FilesAt at(String path, Target target) {
		return FilesAt.of(path, (words) -> run(target, words));
	}

	@Override
	Plan plan(FileCopy action, Target target, Instant at) {
		HostPaths paths = new HostPaths(target);
		paths.demand(action.from());
		paths.demand(action.to());
		FilesAt source = at(action.from(), target);
		demandSource(action, source);
		String place = settled(action, source, target);
		FilesAt before = at(place, target);
		boolean secret = secret(action, place);
		if (before.holds(source)) {
			throw refused(place + " is the same already; nothing to do.");
		}
		if (!before.absent() && before.kind() != source.kind()) {
			throw refused(
					place + " is " + before.told(secret) + ", and what is copied is " + source.told(secret) + ".");
		}
		PlanDraft draft = new PlanDraft().mark(AT, place).mark(SOURCE, source.digest()).mark(BEFORE, before.digest());
		calls(action, Map.of(AT, place, BEFORE, before.digest())).forEach((call) -> draft.call(call.text()));
		draft.change(place, before.absent() ? null : before.told(secret), source.told(secret));
		warn(draft, action, place, before);
		return draft.doneWhen("the digests are the same", Duration.ofMinutes(1)).plan(at);
	}

	private static void warn(PlanDraft draft, FileCopy action, String place, FilesAt before) {
		if (before.absent()) {
			draft.undo("Remove " + place + ", only while it is still what was copied");
		}
		else {
			draft.danger(place + " is there and is overwritten: " + before.told(secret(action, place))
					+ ". What it holds is lost.");
			draft.undo("None: what was there is overwritten. Copy it aside first.");
		}
		if (secret(action, place)) {
			draft.danger("By its name it holds secrets: then they lie in two places. What is in it is not shown.");
		}
	}

	private static boolean secret(FileCopy action, String place) {
		return HostArguments.isSecret(action.from()) || HostArguments.isSecret(place);
	}

	private static void demandSource(FileCopy action, FilesAt source) {
		if (source.absent() || (source.kind() == FilesAt.Kind.FOLDER && !action.recursive())) {
			throw refused(action.from() + (source.absent() ? " is not there; nothing to copy."
					: " is a folder, which cp takes only with -r."));
		}
	}

	private static Problem refused(String why) {
		return new Problem(Problem.Category.TARGET_SAID_NO, why);
	}

	/**
	 * As cp itself does: into a folder that is there, else under the name that is given.
	 */
	private String settled(FileCopy action, FilesAt source, Target target) {
		HostAnswer stat = run(target, List.of("stat", "-L", "-c", "%F", "--", action.to()));
		if (stat.exit() == 0 && stat.output().strip().equals("directory")) {
			return PlainPath.trimmed(action.to()).replaceFirst("/$", "") + "/" + PlainPath.name(action.from());
		}
		if (action.to().endsWith("/") && source.kind() == FilesAt.Kind.FILE) {
			throw refused("The folder " + action.to() + " is not there. Make it first.");
		}
		return PlainPath.trimmed(action.to());
	}

	@Override
	Verification look(FileCopy action, Plan plan, Target target) {
		FilesAt copy = at(place(action, plan.markers()), target);
		boolean same = fresh(plan.markers()) ? copy.digest().equals(plan.markers().get(SOURCE))
				: copy.holds(at(action.from(), target));
		return Verification.when(same,
				copy.path() + " is " + copy.told(secret(action, copy.path())) + (same ? ", the same" : ""));
	}

	@Override
	Settlement settle(FileCopy action, Plan plan, Target target) {
		FilesAt copy = at(place(action, plan.markers()), target);
		Settlement.Finding finding = copy.digest().equals(plan.markers().get(BEFORE))
				? Settlement.Finding.DID_NOT_HAPPEN : look(action, plan, target).state() == Verification.State.HOLDS
						? Settlement.Finding.HAPPENED : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, copy.path() + " is " + copy.told(secret(action, copy.path())));
	}

	@Override
	public Optional<Action> undo(FileCopy action, Plan plan) {
		return fresh(plan.markers())
				? Optional.of(new CopyRemoval(place(action, plan.markers()), plan.markers().getOrDefault(SOURCE, "")))
				: Optional.empty();
	}

}
