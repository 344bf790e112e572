package io.watchfloor.runbook.input;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.watchfloor.action.ActionCall;
import io.watchfloor.command.Pipeline;
import io.watchfloor.command.Understanding;
import io.watchfloor.command.Understanding.ByHand;
import io.watchfloor.command.Understanding.NotUnderstood;
import io.watchfloor.command.Understanding.Understood;

/** Reads a template again with a person's values, and compares with its samples. */
final class Binding {

	private final Function<Pipeline, Understanding<ActionCall>> connectors;

	private final SampledReading reading;

	private final Clock clock;

	Binding(Function<Pipeline, Understanding<ActionCall>> connectors, SampledReading reading, Clock clock) {
		this.clock = clock;
		this.connectors = connectors;
		this.reading = reading;
	}

	Understanding<ActionCall> bind(Map<String, String> given) {
		Map<Integer, String> values = new HashMap<>();
		Map<Integer, String> samples = new HashMap<>();
		Map<String, String> changes = new HashMap<>();
		Set<Integer> targets = new HashSet<>();
		for (int hole : this.reading.holes()) {
			Placeholder open = this.reading.template().holes().get(hole);
			String sample = this.reading.sample(hole).first();
			boolean asked = !this.reading.places(hole).isEmpty();
			String value = asked ? given.getOrDefault(open.name(), fallback(open)) : sample;
			Optional<String> objection = SafeValue.objection(this.reading.template(), hole,
					this.reading.sample(hole).kind(), value);
			if (asked && objection.isPresent()) {
				return new NotUnderstood<>("The value of '" + open.name() + "' " + objection.get() + ".");
			}
			samples.put(hole, sample);
			values.put(hole, value);
			changes.put(sample, value);
		}
		return answered(compare(samples, values, changes, targets), given);
	}

	/** With what the action asks for beside the line. */
	private Understanding<ActionCall> answered(Understanding<ActionCall> bound, Map<String, String> given) {
		if (!(bound instanceof Understood<ActionCall>(ActionCall call))) {
			return bound;
		}
		try {
			return new Understood<>(new ActionCall(Questions.answered(call.action(), this.reading.questions(), given),
					call.hint(), call.filters()));
		}
		catch (IllegalArgumentException refused) {
			return new NotUnderstood<>(refused.getMessage() + ".");
		}
	}

	private String fallback(Placeholder open) {
		if (open.fallback() == null) {
			return "";
		}
		return open.fallback().startsWith("$(date")
				? DateExpression.parse(open.fallback().substring(2, open.fallback().length() - 1))
					.map((date) -> date.at(this.clock.instant()))
					.orElse("")
				: open.fallback();
	}

	private Understanding<ActionCall> compare(Map<Integer, String> samples, Map<Integer, String> values,
			Map<String, String> changes, Set<Integer> targets) {
		if (!(this.connectors
			.apply(this.reading.template().fill(samples)) instanceof Understood<ActionCall>(ActionCall sampled))) {
			return new NotUnderstood<>("The line is not understood any more.");
		}
		return switch (this.connectors.apply(this.reading.template().fill(values))) {
			case NotUnderstood<ActionCall> not -> not;
			case ByHand<ActionCall>(var work) -> new NotUnderstood<>(work.sentence());
			case Understood<ActionCall>(ActionCall call) -> {
				ActionShape expected = ActionShape.of(sampled);
				Set<String> differences = expected.with(changes).differences(ActionShape.of(call));
				if (differences == null || !allowed(differences)) {
					yield new NotUnderstood<>("With these values the line would mean something else.");
				}
				this.reading.holes()
					.stream()
					.filter((hole) -> expected.targets(this.reading.sample(hole).first()))
					.forEach(targets::add);
				yield new Understood<>(
						new ActionCall(call.action(), this.reading.hint(call.hint(), targets), call.filters()));
			}
		};
	}

	/** Only numbers, dates and durations may read otherwise than they were written. */
	private boolean allowed(Set<String> differences) {
		Set<String> translated = new HashSet<>();
		this.reading.holes().forEach((hole) -> {
			switch (this.reading.sample(hole).kind()) {
				case NUMBER, DATE, DURATION -> translated.addAll(this.reading.places(hole));
				case TEXT, ADDRESS, PATH, LINES -> {
				}
			}
		});
		return translated.containsAll(differences);
	}

}
