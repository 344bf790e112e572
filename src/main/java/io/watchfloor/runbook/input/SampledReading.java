package io.watchfloor.runbook.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.watchfloor.action.ActionCall;
import io.watchfloor.action.TargetHint;
import io.watchfloor.command.ManualWork;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Understanding.ByHand;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;
import io.watchfloor.runbook.StepInput;
import org.jspecify.annotations.Nullable;

/** Reads a template with samples, and finds out where each of them goes. */
final class SampledReading {

	/** How often the connectors are asked before a line counts as not understood. */
	private static final int PATIENCE = 40;

	/** How many other samples are tried for each hole of a line that is a person's. */
	private static final int MOST_OTHERS = 6;

	/** A line with more open places is no command that a person wants to fill in. */
	private static final int MOST_HOLES = 20;

	private final Function<Pipeline, Understanding<ActionCall>> connectors;

	private final Template template;

	private final List<Integer> holes;

	private final Map<Integer, Sample> samples = new LinkedHashMap<>();

	private final Map<Integer, Set<String>> places = new HashMap<>();

	private List<StepInput> questions = List.of();

	private int asked;

	SampledReading(Function<Pipeline, Understanding<ActionCall>> connectors, Template template) {
		this.connectors = connectors;
		this.template = template;
		this.holes = template.used().stream().limit(MOST_HOLES + 1L).toList();
	}

	Template template() {
		return this.template;
	}

	List<Integer> holes() {
		return this.holes;
	}

	Sample sample(int hole) {
		return Objects.requireNonNull(this.samples.get(hole));
	}

	/** The pointers at which a hole's value stands in the action. */
	Set<String> places(int hole) {
		return this.places.getOrDefault(hole, Set.of());
	}

	Understanding<ReadLine> read() {
		if (this.holes.size() > MOST_HOLES) {
			return new NotUnderstood<>("It leaves more than " + MOST_HOLES + " things open.");
		}
		return switch (find()) {
			case NotUnderstood<ActionCall>(String reason) -> new NotUnderstood<>(named(reason));
			case ByHand<ActionCall>(ManualWork work) ->
				new ByHand<>(new ManualWork(named(work.does()), work.risk(), named(work.reason()), work.kind()));
			case Understood<ActionCall>(ActionCall call) -> this.holes.isEmpty()
					? new Understood<>(new ReadLine(call, call.action().title(), inputs(call))) : traced(call);
		};
	}

	/** Looks for samples with which the line is understood. */
	private Understanding<ActionCall> find() {
		Map<Integer, List<Sample>> left = new LinkedHashMap<>();
		this.holes.forEach((hole) -> left.put(hole,
				new ArrayList<>(Sample.likeliest(this.template.holes().get(hole), left.size()))));
		left.forEach((hole, samples) -> this.samples.put(hole, samples.removeFirst()));
		Understanding<ActionCall> first = ask(Map.of());
		Understanding<ActionCall> read = first;
		while (read instanceof NotUnderstood<ActionCall>(String reason) && this.asked < PATIENCE) {
			Integer blamed = blamed(reason, left);
			if (blamed == null) {
				return first;
			}
			this.samples.put(blamed, Objects.requireNonNull(left.get(blamed)).removeFirst());
			read = ask(Map.of());
		}
		Understanding<ActionCall> found = (read instanceof NotUnderstood<ActionCall>) ? first : read;
		return (found instanceof ByHand<ActionCall>) ? otherwise(found, left) : found;
	}

	/** What is a person's with one sample may be an action with another. */
	private Understanding<ActionCall> otherwise(Understanding<ActionCall> byHand, Map<Integer, List<Sample>> left) {
		for (int hole : this.holes) {
			Sample before = sample(hole);
			for (Sample other : left.getOrDefault(hole, List.of()).stream().limit(MOST_OTHERS).toList()) {
				this.samples.put(hole, other);
				if (ask(Map.of()) instanceof Understood<ActionCall> understood) {
					return understood;
				}
			}
			this.samples.put(hole, before);
		}
		return byHand;
	}

	/** The hole whose sample the reason names, as long as there are others to try. */
	private @Nullable Integer blamed(String reason, Map<Integer, List<Sample>> left) {
		return this.holes.stream()
			.filter((hole) -> sample(hole).in(reason) && !left.getOrDefault(hole, List.of()).isEmpty())
			.findFirst()
			.orElse(null);
	}

	private Understanding<ActionCall> ask(Map<Integer, String> others) {
		this.asked++;
		Map<Integer, String> values = new HashMap<>();
		this.holes.forEach((hole) -> values.put(hole, others.getOrDefault(hole, sample(hole).first())));
		return this.connectors.apply(this.template.fill(values));
	}

	/** Changes one sample after the other: nothing but its own places may change. */
	private Understanding<ReadLine> traced(ActionCall call) {
		ActionShape shape = ActionShape.of(call);
		Set<Integer> targets = new LinkedHashSet<>();
		for (int hole : this.holes) {
			Sample sample = sample(hole);
			if (!(ask(Map.of(hole, sample.second())) instanceof Understood<ActionCall>(ActionCall other))) {
				return new NotUnderstood<>(named("It depends on what stands for " + written(hole) + "."));
			}
			Set<String> moved = shape.with(Map.of(sample.first(), sample.second())).differences(ActionShape.of(other));
			if (moved == null || !(moved.isEmpty() || mayBeTranslated(sample))) {
				return new NotUnderstood<>(named("It depends on what stands for " + written(hole) + "."));
			}
			Set<String> found = new LinkedHashSet<>(shape.places(sample.first()));
			found.addAll(moved);
			this.places.put(hole, found);
			if (shape.targets(sample.first())) {
				targets.add(hole);
			}
		}
		return new Understood<>(new ReadLine(new ActionCall(call.action(), hint(call.hint(), targets), call.filters()),
				named(call.action().title()), inputs(call)));
	}

	/** A number, date or duration may be kept in another notation. */
	private static boolean mayBeTranslated(Sample sample) {
		return switch (sample.kind()) {
			case NUMBER, DATE, DURATION -> true;
			case TEXT, ADDRESS, PATH, LINES -> false;
		};
	}

	/**
	 * What is open about the target is the person's choice of a target. A variable may be
	 * one that the catalog knows.
	 */
	TargetHint hint(TargetHint read, Set<Integer> targets) {
		if (targets.isEmpty()) {
			return read;
		}
		Placeholder open = this.template.holes().get(targets.iterator().next());
		return open.written().startsWith("$") ? new TargetHint.Variable(open.name()) : new TargetHint.Unnamed();
	}

	private List<StepInput> inputs() {
		Map<String, StepInput> inputs = new LinkedHashMap<>();
		for (int hole : this.holes) {
			if (!places(hole).isEmpty()) {
				Placeholder open = this.template.holes().get(hole);
				inputs.putIfAbsent(open.name(), new StepInput(open.name(), open.written(), sample(hole).kind(),
						List.copyOf(places(hole)), open.fallback(), open.choices()));
			}
		}
		return List.copyOf(inputs.values());
	}

	/** What the line opens, and what its action asks for beside that. */
	private List<StepInput> inputs(ActionCall call) {
		this.questions = Questions.of(call.action(), this::named);
		return Stream.concat(inputs().stream(), this.questions.stream()).toList();
	}

	/** What the action asks for beside the line; known once it was read. */
	List<StepInput> questions() {
		return this.questions;
	}

	private String written(int hole) {
		return this.template.holes().get(hole).written();
	}

	/** A text with what the document wrote in place of the samples. */
	String named(String text) {
		String named = text;
		for (int hole : this.holes) {
			named = named.replace(sample(hole).first(), written(hole));
		}
		return named;
	}

}
