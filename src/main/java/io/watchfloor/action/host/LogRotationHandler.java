package io.watchfloor.action.host;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** The plan is what logrotate itself would do, asked without doing it. */
@Component
class LogRotationHandler extends HostChange<LogRotation> {

	LogRotationHandler(Hosts hosts, Clock clock) {
		super(hosts, clock);
	}

	@Override
	public ActionType<LogRotation> type() {
		return new ActionType<>("host.rotate-logs", LogRotation.class, "host");
	}

	@Override
	List<List<String>> commands(LogRotation action, Map<String, String> markers) {
		return List.of(List.of("logrotate", "--force", "--verbose", action.path()));
	}

	@Override
	Plan plan(LogRotation action, Target target, Instant at) {
		HostAnswer dry = run(target, List.of("logrotate", "--debug", "--force", action.path()));
		if (dry.exit() != 0) {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"logrotate refuses " + action.path() + ": " + dry.lastWords());
		}
		List<String> steps = (dry.output() + dry.errors()).lines()
			.filter((line) -> line.startsWith("renaming") || line.startsWith("removing")
					|| line.contains("rotating log") || line.startsWith("compressing") || line.startsWith("running"))
			.toList();
		SortedMap<String, String> markers = new TreeMap<>(Map.of("modified", modified(action, target)));
		return new Plan(calls(action, markers), List.of(new Plan.Change(action
			.path(), null, steps.size() + " steps")), List.of(), List.of(new Plan.Warning(
					false,
					"The oldest logs go when the number that is kept is reached; a program that keeps its log open goes on "
							+ "writing into the old file unless it is told.")),
				steps.stream().limit(20).toList(), "None: what is rotated out is gone.",
				Plan.DoneWhen.untold("a person has looked at the logs' folder and at what the program writes to"),
				markers, at);
	}

	private String modified(LogRotation action, Target target) {
		return run(target, List.of("stat", "--format=%Y %s", "--", action.path())).output().strip();
	}

	@Override
	Verification look(LogRotation action, Plan plan, Target target) {
		return Verification.unknown("logrotate ended well; what is on the disk now nobody has compared");
	}

	@Override
	Settlement settle(LogRotation action, Plan plan, Target target) {
		return new Settlement(Settlement.Finding.CANNOT_TELL, "Look at the dates of the rotated files.");
	}

}
