package io.watchfloor.api.run;

import java.util.Arrays;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import io.watchfloor.catalog.TargetId;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.Circumstance;
import io.watchfloor.run.Conditions;
import io.watchfloor.run.RunInputs;
import io.watchfloor.run.RunSteps;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.StepsAgain;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a person does with a step besides confirming a change. */
@RestController
@RequestMapping("/api/v1/runs/{run}/steps/{step}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class StepWorkApi {

	private final RunSteps steps;

	private final RunInputs inputs;

	private final Conditions conditions;

	private final StepsAgain again;

	StepWorkApi(RunSteps steps, RunInputs inputs, Conditions conditions, StepsAgain again) {
		this.steps = steps;
		this.inputs = inputs;
		this.conditions = conditions;
		this.again = again;
	}

	@PostMapping("/target")
	@Operation(summary = "Chooses what the step touches")
	void target(@PathVariable String run, @PathVariable String step, @RequestBody Target target) {
		this.steps.chooseTarget(ref(run, step), target.id());
	}

	@PostMapping("/inputs")
	@Operation(summary = "Fills in what the step leaves open, by name")
	void fill(@PathVariable String run, @PathVariable String step, @RequestBody Map<String, String> values) {
		this.inputs.fill(ref(run, step), values);
	}

	@PostMapping("/read")
	@Operation(summary = "Reads again; takes as long as the target does")
	void read(@PathVariable String run, @PathVariable String step) {
		this.steps.readAgain(ref(run, step));
	}

	@PostMapping("/done")
	@Operation(summary = "Says that a step by hand was done")
	void done(@PathVariable String run, @PathVariable String step, @RequestBody Words.Note note) {
		this.steps.done(ref(run, step), note.text());
	}

	@PostMapping("/choose")
	@Operation(summary = "Chooses a decision's cause")
	void choose(@PathVariable String run, @PathVariable String step, @RequestBody Choice choice) {
		this.steps.choose(ref(run, step), Words.demand(choice.cause(), "cause"));
	}

	@PostMapping("/condition")
	@Operation(summary = "Answers whether the step's condition applies",
			description = "answer is APPLIES, CANNOT_TELL, or DOES_NOT_APPLY, which leaves the step out.")
	void condition(@PathVariable String run, @PathVariable String step, @RequestBody Condition condition) {
		String answer = Words.demand(condition.answer(), "answer");
		if (answer.equals("DOES_NOT_APPLY")) {
			this.conditions.doesNotApply(ref(run, step), Words.orEmpty(condition.reason()));
			return;
		}
		this.conditions.answer(ref(run, step), known(answer));
	}

	@PostMapping("/again")
	@Operation(summary = "Takes up again what is done; a change then wants a new preview and confirmation")
	void again(@PathVariable String run, @PathVariable String step) {
		this.again.again(ref(run, step));
	}

	private static Circumstance.Answer known(String answer) {
		return Arrays.stream(Circumstance.Answer.values())
			.filter((one) -> one.name().equals(answer))
			.findFirst()
			.orElseThrow(() -> new Problem(Category.NOT_UNDERSTOOD,
					"The answer is APPLIES, DOES_NOT_APPLY or CANNOT_TELL, not '" + answer + "'."));
	}

	@PostMapping("/skip")
	@Operation(summary = "Leaves the step out, with a reason")
	void skip(@PathVariable String run, @PathVariable String step, @RequestBody Words.Reason reason) {
		this.steps.skip(ref(run, step), reason.text());
	}

	@PostMapping("/cancel")
	@Operation(summary = "Asks a step under way to stop at its next opportunity")
	void cancel(@PathVariable String run, @PathVariable String step) {
		this.steps.cancel(ref(run, step));
	}

	private static StepRef ref(String run, String step) {
		return Addresses.step(run, step);
	}

	/** What it touches, as {@code system/environment/name}. */
	record Target(@Nullable String target) {

		TargetId id() {
			try {
				return TargetId.parse(Words.demand(this.target, "target"));
			}
			catch (IllegalArgumentException wrong) {
				throw new Problem(Category.NOT_UNDERSTOOD, String.valueOf(wrong.getMessage()), wrong);
			}
		}

	}

	/**
	 * Whether it applies.
	 *
	 * @param reason further words; may be absent
	 */
	record Condition(@Nullable String answer, @Nullable String reason) {
	}

	/** The cause in the document's words. */
	record Choice(@Nullable String cause) {
	}

}
