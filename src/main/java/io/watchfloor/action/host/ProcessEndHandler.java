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
import io.watchfloor.action.host.ProcessEnd.Signal;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** The start of the process is a marker, so that a number used again is never hit. */
@Component
class ProcessEndHandler extends HostChange<ProcessEnd> {

	ProcessEndHandler(Hosts hosts, Clock clock) {
		super(hosts, clock);
	}

	@Override
	public ActionType<ProcessEnd> type() {
		return new ActionType<>("host.end-process", ProcessEnd.class, "host");
	}

	@Override
	List<List<String>> commands(ProcessEnd action, Map<String, String> markers) {
		return List.of(List.of("kill", "-" + action.signal(), Integer.toString(action.process())));
	}

	/** Its start and command; empty when there is none. */
	private String found(ProcessEnd action, Target target) {
		String number = Integer.toString(action.process());
		return run(target, List.of("ps", "-o", "lstart=,user=,args=", "-p", number)).output().strip();
	}

	@Override
	Plan plan(ProcessEnd action, Target target, Instant at) {
		String process = found(action, target);
		if (process.isEmpty()) {
			throw new Problem(Problem.Category.NOT_FOUND, "There is no process " + action.process() + " any more.");
		}
		SortedMap<String, String> markers = new TreeMap<>(Map.of("process", process));
		List<Plan.Warning> warnings = (action.signal() == Signal.KILL) ? List
			.of(new Plan.Warning(true, "It cannot finish what it is writing. Send TERM first and give it a minute."))
				: List.of();
		boolean ends = action.signal() != Signal.HUP;
		return new Plan(calls(action, markers),
				List.of(new Plan.Change("process " + action.process(), process,
						ends ? null : "told to read its settings")),
				List.of("A supervisor such as systemd may start it again."), warnings, List.of(),
				"None: a process that ended is started by what started it.",
				new Plan.DoneWhen(ends ? "it is gone" : "it is still there", Duration.ZERO, Duration.ofMinutes(1)),
				markers, at);
	}

	private boolean there(ProcessEnd action, Plan plan, Target target) {
		return found(action, target).equals(plan.markers().get("process"));
	}

	@Override
	Verification look(ProcessEnd action, Plan plan, Target target) {
		boolean there = there(action, plan, target);
		boolean holds = there == (action.signal() == Signal.HUP);
		return new Verification(holds ? Verification.State.HOLDS : Verification.State.NOT_YET,
				there ? "there" : "gone");
	}

	@Override
	Settlement settle(ProcessEnd action, Plan plan, Target target) {
		boolean there = there(action, plan, target);
		Settlement.Finding finding = !there ? Settlement.Finding.HAPPENED : Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding, there ? "still there" : "gone");
	}

}
