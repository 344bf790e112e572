package io.watchfloor.api.run;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.watchfloor.run.RunConduct;
import io.watchfloor.run.UndoCard;
import io.watchfloor.run.Undos;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pauses, resumes and takes over runs, and tells what they changed. */
@RestController
@RequestMapping("/api/v1/runs/{run}")
class ConductApi {

	private final RunConduct conduct;

	private final Undos undos;

	ConductApi(RunConduct conduct, Undos undos) {
		this.conduct = conduct;
		this.undos = undos;
	}

	@PostMapping("/pause")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Lets the run stand still: nothing is read by itself, nothing can be confirmed")
	void pause(@PathVariable String run, @RequestBody Words.Reason reason) {
		this.conduct.pause(Addresses.run(run), reason.text());
	}

	@PostMapping("/resume")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Lets the run go on")
	void resume(@PathVariable String run) {
		this.conduct.resume(Addresses.run(run));
	}

	@PostMapping("/take-over")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Takes the run over, with a reason")
	void takeOver(@PathVariable String run, @RequestBody Words.Reason reason) {
		this.conduct.takeOver(Addresses.run(run), reason.text());
	}

	@GetMapping("/changes")
	@Operation(summary = "What the run changed and how to put it back, the last first")
	List<ChangeDocument> changes(@PathVariable String run) {
		return this.undos.of(Addresses.run(run)).stream().map(ChangeDocument::of).toList();
	}

	@PostMapping("/steps/{step}/put-back/{attempt}")
	@ResponseStatus(HttpStatus.CREATED)
	@Operation(summary = "Adds the step that puts a change back; it is previewed and confirmed like any other")
	AddedStep putBack(@PathVariable String run, @PathVariable String step, @PathVariable int attempt) {
		return new AddedStep(this.undos.putBack(Addresses.step(run, step), attempt).key());
	}

	/** The key of the added step. */
	record AddedStep(String step) {
	}

	/**
	 * What one go at a step changed.
	 *
	 * @param state whether it stands, and whether it can be put back
	 * @param how to put it back, or why that cannot be done
	 */
	record ChangeDocument(String step, int attempt, String title, String state, String how) {

		static ChangeDocument of(UndoCard card) {
			return new ChangeDocument(card.step().key(), card.attempt(), card.title(), card.state().name(), card.how());
		}

	}

}
