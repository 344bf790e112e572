package io.watchfloor.api.run;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.watchfloor.catalog.Friction;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.Confirmations;
import io.watchfloor.run.Demands;
import io.watchfloor.run.OutputPage;
import io.watchfloor.run.RunRecords;
import io.watchfloor.run.Runs;
import io.watchfloor.run.StepRef;
import io.watchfloor.run.StepRun;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Previews and confirms changes, exactly as a person does on the page. */
@RestController
@RequestMapping("/api/v1/runs/{run}/steps/{step}")
class StepsApi {

	private static final int LONGEST_PAGE = 1_000;

	private static final int READINGS = 10;

	private final Runs runs;

	private final Confirmations confirmations;

	private final RunRecords records;

	StepsApi(Runs runs, Confirmations confirmations, RunRecords records) {
		this.runs = runs;
		this.confirmations = confirmations;
		this.records = records;
	}

	@GetMapping
	@Operation(summary = "One step")
	StepDocument one(@PathVariable String run, @PathVariable String step) {
		return document(Addresses.step(run, step));
	}

	@PostMapping("/preview")
	@Operation(summary = "Works out the plan of a change from live state")
	StepDocument preview(@PathVariable String run, @PathVariable String step) {
		StepRef ref = require(run, step);
		this.confirmations.preview(ref);
		return document(ref);
	}

	@GetMapping("/demands")
	@Operation(summary = "What confirming takes by the environment's policy")
	DemandsDocument demands(@PathVariable String run, @PathVariable String step) {
		return DemandsDocument.of(this.confirmations.demands(require(run, step)));
	}

	@PostMapping("/confirm")
	@Operation(summary = "Confirms exactly the plan with this fingerprint",
			description = "Answers when the intent is on record; follow the run for what comes of it. Where the policy "
					+ "wants a password given lately, a token cannot confirm: a person does in a browser.")
	StepDocument confirm(@PathVariable String run, @PathVariable String step, @RequestBody Confirm confirm) {
		StepRef ref = require(run, step);
		this.confirmations.confirm(ref, Words.demand(confirm.fingerprint(), "fingerprint"),
				Words.orEmpty(confirm.reason()), Words.orEmpty(confirm.typedName()));
		return document(ref);
	}

	@GetMapping("/readings")
	@Operation(summary = "What the step read, newest first")
	List<ReadingDocument> readings(@PathVariable String run, @PathVariable String step) {
		return this.records.readings(require(run, step), READINGS).stream().map(ReadingDocument::of).toList();
	}

	@GetMapping("/output")
	@Operation(summary = "Output of the last attempt, up to and including a line; the tail without one")
	OutputPage output(@PathVariable String run, @PathVariable String step,
			@RequestParam(required = false) @Nullable Long lastLine, @RequestParam(defaultValue = "200") int limit) {
		StepRun found = find(Addresses.step(run, step));
		return this.records.output(found, (lastLine != null) ? lastLine : Long.MAX_VALUE,
				Math.clamp(limit, 1, LONGEST_PAGE));
	}

	private StepRef require(String run, String step) {
		return find(Addresses.step(run, step)).ref();
	}

	private StepDocument document(StepRef ref) {
		return StepDocument.of(find(ref));
	}

	private StepRun find(StepRef ref) {
		return this.runs.find(ref.run())
			.flatMap((run) -> run.step(ref.key()))
			.orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no step " + ref + "."));
	}

	/**
	 * A confirmation.
	 *
	 * @param fingerprint of the plan that was looked at
	 * @param reason why, where the policy wants it
	 * @param typedName the target's name, where the policy wants it typed
	 */
	record Confirm(@Nullable String fingerprint, @Nullable String reason, @Nullable String typedName) {
	}

	/**
	 * What confirming takes.
	 *
	 * @param freshPassword a password given within ten minutes, which no token can show
	 * @param hindrance why nothing that changes anything starts now
	 */
	record DemandsDocument(boolean reason, boolean typedName, boolean freshPassword, boolean secondPerson,
			String targetName, boolean mayConfirm, boolean mayApprove, @Nullable String hindrance) {

		static DemandsDocument of(Demands demands) {
			Friction friction = demands.friction();
			return new DemandsDocument(friction.reason(), friction.typeName(), friction.stepUp(),
					friction.secondPerson(), demands.targetName(), demands.mayConfirm(), demands.mayApprove(),
					demands.hindrance());
		}

	}

}
