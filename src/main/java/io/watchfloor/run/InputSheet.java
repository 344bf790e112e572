package io.watchfloor.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.TimelineEntry.Kind;
import io.watchfloor.runbook.StepInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * All that a walk asks for, in one place; a value can be changed until a step used it.
 */
@Service
public class InputSheet {

	private final Permits permits;

	private final RunStore runs;

	private final RunInputs inputs;

	private final InputStore store;

	private final StepLedger ledger;

	private final RunJournal journal;

	private final Advance advance;

	InputSheet(Permits permits, RunStore runs, RunInputs inputs, InputStore store, StepLedger ledger,
			RunJournal journal, Advance advance) {
		this.permits = permits;
		this.runs = runs;
		this.inputs = inputs;
		this.store = store;
		this.ledger = ledger;
		this.journal = journal;
		this.advance = advance;
	}

	/** The inputs in the order in which the walk asks for them. */
	public List<InputLine> lines(Run run) {
		Map<String, String> known = this.inputs.known(run);
		Map<String, InputLine> lines = new LinkedHashMap<>();
		for (StepRun step : run.steps()) {
			OpenPlaces places = places(step);
			for (StepInput input : (places != null) ? places.inputs() : List.<StepInput>of()) {
				InputLine before = lines.getOrDefault(input.name(),
						new InputLine(input, known.get(input.name()), List.of(), List.of()));
				lines.put(input.name(), with(before, step));
			}
		}
		return List.copyOf(lines.values());
	}

	private static InputLine with(InputLine line, StepRun step) {
		List<String> open = new ArrayList<>(line.open());
		List<String> used = new ArrayList<>(line.used());
		(takes(step) ? open : used).add(step.shortTitle());
		return new InputLine(line.input(), line.value(), open, used);
	}

	/**
	 * Gives an input a value, for every step that did not use it yet.
	 * @throws Problem of category NOT_UNDERSTOOD when the value does not fit
	 */
	public void change(RunId id, String name, String value) {
		Actor actor = this.permits.operate(id);
		Run run = this.runs.find(id)
			.filter((found) -> found.state() == RunState.UNDER_WAY && !found.paused())
			.orElseThrow(() -> new Problem(Category.STALE, "This run is over or paused; nothing is filled in now."));
		if (value.isBlank()) {
			throw new Problem(Category.NOT_UNDERSTOOD, "Type a value for " + name + ".");
		}
		this.inputs.demandPlain(name, value);
		if (lines(run).stream().noneMatch((line) -> line.input().name().equals(name) && line.editable())) {
			throw new Problem(Category.STALE, "No step takes another value for " + name + " any more.");
		}
		Map<String, String> values = new TreeMap<>(this.inputs.known(run));
		values.put(name, value.strip());
		run.steps()
			.stream()
			.filter((step) -> takes(step) && step.frozen().open() == null && asks(step, name))
			.forEach((step) -> this.inputs.rebind(step, values, actor));
		this.store.keep(id, Map.of(name, value.strip()));
		this.journal.addEntry(id, this.ledger.entry(actor, Kind.NOTE, null, name + " is " + value.strip()));
		this.inputs.reuse(id, actor);
		this.ledger.changed(id);
		this.advance.reach(id);
	}

	private static boolean asks(StepRun step, String name) {
		OpenPlaces places = places(step);
		return places != null && places.inputs().stream().anyMatch((input) -> input.name().equals(name));
	}

	/** Whether a step would still be done with another value. */
	private static boolean takes(StepRun step) {
		return (step.state() == StepState.READY || step.state() == StepState.PLANNED) && step.attempt() == 0;
	}

	private static @Nullable OpenPlaces places(StepRun step) {
		OpenPlaces open = step.frozen().open();
		return (open != null) ? open : step.frozen().asked();
	}

}
