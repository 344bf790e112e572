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

/** Held against gzip's own test and the size that the content had. */
@Component
class FilePackingHandler extends HostChange<FilePacking> {

	/** The content's size in bytes, as gzip keeps it. */
	private static final String SIZE = "size";

	private static final String FROM = "from";

	private static final long WRAPS = 1L << 32;

	FilePackingHandler(Hosts hosts, Clock clock) {
		super(hosts, clock);
	}

	@Override
	public ActionType<FilePacking> type() {
		return new ActionType<>("host.pack-file", FilePacking.class, "host");
	}

	@Override
	@Nullable String folder(Target target) {
		return new HostPaths(target).folder();
	}

	@Override
	List<List<String>> commands(FilePacking action, Map<String, String> markers) {
		return List.of(List.of((action.verb() == FilePacking.Verb.PACK) ? "gzip" : "gunzip", "--", action.path()));
	}

	private FilesAt at(String path, Target target) {
		return FilesAt.of(path, (words) -> run(target, words));
	}

	@Override
	Plan plan(FilePacking action, Target target, Instant at) {
		new HostPaths(target).demand(action.path());
		FilesAt from = at(action.path(), target);
		FilesAt to = at(action.becomes(), target);
		if (from.kind() != FilesAt.Kind.FILE || !to.absent()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					(from.kind() != FilesAt.Kind.FILE)
							? action.path() + " is no file that is there: " + from.told() + "."
							: action.becomes() + " is there already and is not overwritten: " + to.told() + ".");
		}
		boolean pack = action.verb() == FilePacking.Verb.PACK;
		long size = pack ? from.size() % WRAPS : packedSize(action, target);
		PlanDraft draft = new PlanDraft().mark(FROM, from.digest()).mark(SIZE, String.valueOf(size));
		calls(action, Map.of()).forEach((call) -> draft.call(call.text()));
		return draft.change(action.path(), from.told(), null)
			.change(action.becomes(), null, pack ? "the packed form" : size + " bytes")
			.warn("A program that still has the old file open goes on with that one.")
			.undo(action.back().commandLine())
			.doneWhen(action.packed() + (pack ? " passes gzip -t and holds " : " became ") + size + " bytes",
					Duration.ofMinutes(1))
			.plan(at);
	}

	/** Tests the packed file and gives the size of what is in it. */
	private long packedSize(FilePacking action, Target target) {
		HostAnswer test = run(target, List.of("gzip", "-t", "--", action.packed()));
		HostAnswer list = run(target, List.of("gzip", "-l", "-q", "--", action.packed()));
		String[] fields = list.output().strip().split("\\s+", -1);
		if (test.exit() != 0 || list.exit() != 0 || fields.length < 2 || !fields[1].matches("[0-9]{1,18}")) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					action.packed() + " does not pass gzip's test: " + ((test.exit() != 0) ? test : list).lastWords());
		}
		return Long.parseLong(fields[1]) % WRAPS;
	}

	@Override
	Verification look(FilePacking action, Plan plan, Target target) {
		FilesAt from = at(action.path(), target);
		FilesAt to = at(action.becomes(), target);
		if (!from.absent() || to.absent()) {
			return Verification.when(false,
					action.path() + " is " + from.told() + ", " + action.becomes() + " is " + to.told());
		}
		long size = (action.verb() == FilePacking.Verb.PACK) ? packedSize(action, target) : to.size() % WRAPS;
		return Verification.when(String.valueOf(size).equals(plan.markers().get(SIZE)),
				action.becomes() + " holds " + size + " bytes");
	}

	@Override
	Settlement settle(FilePacking action, Plan plan, Target target) {
		FilesAt from = at(action.path(), target);
		FilesAt to = at(action.becomes(), target);
		boolean untouched = from.digest().equals(plan.markers().get(FROM)) && to.absent();
		Settlement.Finding finding = untouched ? Settlement.Finding.DID_NOT_HAPPEN
				: look(action, plan, target).state() == Verification.State.HOLDS ? Settlement.Finding.HAPPENED
						: Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, action.becomes() + " is " + to.told());
	}

	@Override
	public Optional<Action> undo(FilePacking action, Plan plan) {
		return Optional.of(action.back());
	}

}
