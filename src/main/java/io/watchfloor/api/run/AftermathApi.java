package io.watchfloor.api.run;

import io.swagger.v3.oas.annotations.Operation;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.StepAftermath;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done about a change that may have happened, or whose effect nobody saw. */
@RestController
@RequestMapping("/api/v1/runs/{run}/steps/{step}")
class AftermathApi {

	private final StepAftermath aftermath;

	AftermathApi(StepAftermath aftermath) {
		this.aftermath = aftermath;
	}

	@PostMapping("/settle")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Says whether a step that may have happened did, and how that is known")
	void settle(@PathVariable String run, @PathVariable String step, @RequestBody Settle settle) {
		if (settle.happened() == null) {
			throw new Problem(Category.NOT_UNDERSTOOD, "The body needs 'happened', true or false.");
		}
		this.aftermath.settle(Addresses.step(run, step), settle.happened(), Words.orEmpty(settle.reason()));
	}

	@PostMapping("/probe")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Looks again whether it happened")
	void probe(@PathVariable String run, @PathVariable String step) {
		this.aftermath.probeAgain(Addresses.step(run, step));
	}

	@PostMapping("/verify")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Looks again whether the done-when holds")
	void verify(@PathVariable String run, @PathVariable String step) {
		this.aftermath.lookAgain(Addresses.step(run, step));
	}

	@PostMapping("/accept")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Accepts an unverified step, with how that is known")
	void accept(@PathVariable String run, @PathVariable String step, @RequestBody Words.Reason reason) {
		this.aftermath.accept(Addresses.step(run, step), reason.text());
	}

	/**
	 * What a person found.
	 *
	 * @param reason how it is known
	 */
	record Settle(@Nullable Boolean happened, @Nullable String reason) {
	}

}
