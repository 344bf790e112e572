package io.watchfloor.action.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Lists the files for the plan, and then touches exactly these. */
@Component
class OldFilesHandler extends HostChange<OldFiles> {

	private static final int MOST_FILES = 2_000;

	private static final int BATCH = 200;

	private static final String FILES = "files";

	OldFilesHandler(Hosts hosts, Clock clock) {
		super(hosts, clock);
	}

	@Override
	public ActionType<OldFiles> type() {
		return new ActionType<>("host.old-files", OldFiles.class, "host");
	}

	/** The plan's files in batches; their names stand in its markers. */
	@Override
	List<List<String>> commands(OldFiles action, Map<String, String> markers) {
		List<String> files = files(markers);
		List<List<String>> commands = new ArrayList<>();
		for (int from = 0; from < files.size(); from += BATCH) {
			List<String> words = new ArrayList<>(
					(action.verb() == OldFiles.Verb.DELETE) ? List.of("rm", "-f", "--") : List.of("gzip", "--"));
			words.addAll(files.subList(from, Math.min(files.size(), from + BATCH)));
			commands.add(words);
		}
		return commands;
	}

	private static List<String> files(Map<String, String> markers) {
		return Arrays.stream(markers.getOrDefault(FILES, "").split("\n", -1))
			.filter((file) -> !file.isEmpty())
			.map((line) -> line.substring(line.indexOf(' ', line.indexOf(' ') + 1) + 1))
			.toList();
	}

	/** Each line: size, time, path. */
	private List<String> found(OldFiles action, Target target) {
		HostAnswer answer = run(target, action.search());
		if (answer.exit() != 0) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"The files in " + action.folder() + " could not be listed: " + answer.lastWords());
		}
		List<String> files = Arrays.stream(answer.output().split("\0", -1))
			.filter((one) -> !one.isEmpty())
			.sorted()
			.toList();
		if (answer.cut() || files.size() > MOST_FILES || files.stream().anyMatch((one) -> one.indexOf('\n') >= 0)) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "More than " + MOST_FILES
					+ " files match, or one has a line break in its name. Take fewer: a longer time or a narrower name.");
		}
		return files;
	}

	@Override
	Plan plan(OldFiles action, Target target, Instant at) {
		new HostPaths(target).demand(action.folder());
		List<String> files = found(action, target);
		if (files.isEmpty()) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"No file in " + action.folder() + " is that old; nothing to do.");
		}
		long bytes = files.stream().mapToLong((file) -> Long.parseLong(file.substring(0, file.indexOf(' ')))).sum();
		SortedMap<String, String> markers = new TreeMap<>(Map.of(FILES, String.join("\n", files)));
		boolean delete = action.verb() == OldFiles.Verb.DELETE;
		String amount = "%d files, %.1f MB".formatted(files.size(), bytes / 1e6);
		List<Plan.Warning> warnings = delete ? List.of(
				new Plan.Warning(true, "An open incident may need these files. Copy them away or pack them first."),
				new Plan.Warning(false, "A file that a program still has open takes its room until the program ends."))
				: List.of();
		return new Plan(calls(action, markers),
				List.of(new Plan.Change(action.folder(), amount, delete ? null : "packed")), List.of(), warnings,
				files(markers).stream().limit(20).toList(), delete ? "None: they are gone." : "gunzip each of them",
				new Plan.DoneWhen("none of them is there", Duration.ZERO, Duration.ofMinutes(2)), markers, at);
	}

	@Override
	Verification look(OldFiles action, Plan plan, Target target) {
		long left = left(action, plan, target);
		return new Verification((left == 0) ? Verification.State.HOLDS : Verification.State.NOT_YET,
				left + " of " + files(plan.markers()).size() + " files are still there");
	}

	private long left(OldFiles action, Plan plan, Target target) {
		List<String> now = found(action, target);
		return Arrays.stream(plan.markers().getOrDefault(FILES, "").split("\n", -1)).filter(now::contains).count();
	}

	@Override
	Settlement settle(OldFiles action, Plan plan, Target target) {
		long left = left(action, plan, target);
		long all = files(plan.markers()).size();
		Settlement.Finding finding = (left == 0) ? Settlement.Finding.HAPPENED
				: (left == all) ? Settlement.Finding.DID_NOT_HAPPEN : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, left + " of " + all + " files are still there");
	}

	@Override
	public Optional<Action> undo(OldFiles action, Plan plan) {
		return Optional.empty();
	}

}
