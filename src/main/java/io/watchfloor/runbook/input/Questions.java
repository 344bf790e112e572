package io.watchfloor.runbook.input;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.watchfloor.action.Action;
import io.watchfloor.action.Asking;
import io.watchfloor.runbook.StepInput;

/** What an action asks for that stands nowhere in its line. */
final class Questions {

	private static final int LONGEST = 400_000;

	private Questions() {
	}

	/** As inputs, named as the document writes them. */
	static List<StepInput> of(Action action, UnaryOperator<String> named) {
		return asked(action).stream().map((question) -> input(question, named)).toList();
	}

	private static StepInput input(Asking.Question question, UnaryOperator<String> named) {
		return new StepInput(named.apply(question.name()), named.apply(question.written()),
				question.lines() ? StepInput.Kind.LINES : StepInput.Kind.TEXT, List.of("/" + question.parameter()),
				(question.fallback() != null) ? named.apply(question.fallback()) : null, List.of());
	}

	private static List<Asking.Question> asked(Action action) {
		return (action instanceof Asking asking) ? asking.asks() : List.of();
	}

	/**
	 * The action with what was given.
	 * @param inputs as {@link #of} named them
	 * @throws IllegalArgumentException when something does not fit
	 */
	static Action answered(Action action, List<StepInput> inputs, Map<String, String> given) {
		List<Asking.Question> asked = asked(action);
		if (!(action instanceof Asking asking) || asked.isEmpty() || asked.size() != inputs.size()) {
			return action;
		}
		Map<String, String> answers = new HashMap<>();
		for (int i = 0; i < asked.size(); i++) {
			Asking.Question question = asked.get(i);
			String fallback = (question.fallback() != null) ? question.fallback() : "";
			String value = given.getOrDefault(inputs.get(i).name(), fallback);
			demandFitting(question, value);
			answers.put(question.name(), value);
		}
		return asking.answered(answers);
	}

	private static void demandFitting(Asking.Question question, String value) {
		if (value.isBlank() && question.fallback() == null) {
			throw new IllegalArgumentException("The value of '" + question.name() + "' is empty");
		}
		boolean strange = value.chars()
			.anyMatch((c) -> Character.isISOControl(c) && !(question.lines() && "\n\r\t".indexOf(c) >= 0));
		if (strange || value.length() > LONGEST) {
			throw new IllegalArgumentException("The value of '" + question.name()
					+ (strange ? "' holds a control character" : "' is longer than " + LONGEST + " characters"));
		}
	}

}
