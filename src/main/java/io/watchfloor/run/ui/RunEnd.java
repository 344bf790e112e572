package io.watchfloor.run.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.watchfloor.action.Reading.Judgement;
import io.watchfloor.kernel.Counted;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunState;
import io.watchfloor.run.StepKind;
import io.watchfloor.run.StepRun;
import io.watchfloor.run.StepState;
import io.watchfloor.run.TimelineEntry;

/** How a walk ended, and where to go from there. */
final class RunEnd extends StepCard {

	RunEnd(Run run, List<TimelineEntry> timeline) {
		if (run.state() == RunState.ABORTED) {
			timeline.stream()
				.filter((entry) -> entry.kind() == TimelineEntry.Kind.ENDED)
				.findFirst()
				.ifPresent((entry) -> add(row(StepLook.chip(run.state()),
						new Span(entry.text().replaceFirst("^Aborted: ", "") + " (" + entry.actor().name() + ")"))));
		}
		int all = run.steps().size();
		long done = count(run, StepState.DONE);
		long skipped = count(run, StepState.SKIPPED);
		add(new Div("%d of %s done, %d skipped, %d not reached or not settled.".formatted(done, Counted.of(all, "step"),
				skipped, all - done - skipped)));
		notWell(run).ifPresent(this::add);
		add(dim("Choose a step to see what it read or changed; the timeline beside has everything in order."));
		if (run.drill()) {
			add(row(DrillBar.chip(), new Span("Nothing was changed."),
					new Anchor("runs/" + run.id() + "/report", "Report, and what was hard")));
		}
		add(row(new Anchor(RunHeader.procedure(run), "Walk the procedure again"), new Anchor("audit", "Audit log"),
				new Anchor("runs", "All runs")));
	}

	/** What the last look at a thing found not to be as it should. */
	static Optional<Div> notWell(Run run) {
		Map<String, StepRun> latest = new LinkedHashMap<>();
		run.steps()
			.stream()
			.filter((step) -> step.frozen().kind() == StepKind.READ && step.state() == StepState.DONE)
			.forEach((step) -> latest.put(step.frozen().actionTitle() + " on " + step.target(), step));
		List<String> titles = latest.values()
			.stream()
			.filter((step) -> step.judgement() == Judgement.NOT_AS_EXPECTED)
			.map((step) -> step.shortTitle() + ((step.message() != null) ? " (" + step.message() + ")" : ""))
			.toList();
		return titles.isEmpty() ? Optional.empty()
				: Optional.of(row(StepLook.of(Judgement.NOT_AS_EXPECTED).chip(), new Span(String.join("; ", titles))));
	}

	private static long count(Run run, StepState state) {
		return run.steps().stream().filter((step) -> step.state() == state).count();
	}

}
