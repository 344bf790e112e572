package io.watchfloor.api.run;

import java.net.URI;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Problem.Category;
import io.watchfloor.run.Run;
import io.watchfloor.run.RunId;
import io.watchfloor.run.RunRecords;
import io.watchfloor.run.Runs;
import io.watchfloor.runbook.RunbookId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Starts, lists and ends runs. */
@RestController
@RequestMapping("/api/v1/runs")
class RunsApi {

	private static final int LONGEST_PAGE = 200;

	private final Runs runs;

	private final RunRecords records;

	private final Repeats repeats;

	RunsApi(Runs runs, RunRecords records, Repeats repeats) {
		this.runs = runs;
		this.records = records;
		this.repeats = repeats;
	}

	@GetMapping
	@Operation(summary = "Runs, newest first")
	List<RunDocument> newest(@RequestParam(defaultValue = "0") int offset,
			@RequestParam(defaultValue = "50") int limit) {
		return this.runs.newest(Math.max(offset, 0), Math.clamp(limit, 1, LONGEST_PAGE))
			.stream()
			.map(RunDocument::of)
			.toList();
	}

	@PostMapping
	@Operation(summary = "Starts a run",
			description = "With an Idempotency-Key (any text up to 100 characters), sending it again starts no second "
					+ "run within 24 hours: the first one's answer is given.")
	@ApiResponse(responseCode = "201", description = "Started; its address is in Location")
	ResponseEntity<RunDocument> start(@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
			@RequestBody Start start) {
		start.check();
		RunId id = this.repeats.once(key, start.toString(),
				() -> this.runs.start(new RunbookId(new SystemId(start.system()), start.runbook()), start.procedure(),
						start.environment()));
		return ResponseEntity.created(URI.create("/api/v1/runs/" + id)).body(document(id));
	}

	@GetMapping("/{run}")
	@Operation(summary = "A run with its steps")
	RunDocument one(@PathVariable String run) {
		return document(Addresses.run(run));
	}

	@PostMapping("/{run}/finish")
	@Operation(summary = "Ends a run whose steps are all done or skipped")
	RunDocument finish(@PathVariable String run, @RequestBody Words.Note note) {
		this.runs.finish(Addresses.run(run), note.text());
		return document(Addresses.run(run));
	}

	@PostMapping("/{run}/abort")
	@Operation(summary = "Stops a run; what is under way ends by itself and is recorded")
	RunDocument abort(@PathVariable String run, @RequestBody Words.Reason reason) {
		this.runs.abort(Addresses.run(run), reason.text());
		return document(Addresses.run(run));
	}

	@PostMapping("/{run}/notes")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Operation(summary = "Writes something down on the timeline")
	void note(@PathVariable String run, @RequestBody Words.Note note) {
		RunId id = Addresses.run(run);
		document(id);
		this.records.note(id, note.text());
	}

	@GetMapping("/{run}/timeline")
	@Operation(summary = "The timeline, oldest first, after an entry's number")
	List<EntryDocument> timeline(@PathVariable String run, @RequestParam(defaultValue = "0") long after,
			@RequestParam(defaultValue = "100") int limit) {
		RunId id = Addresses.run(run);
		document(id);
		return this.records.timelineAfter(id, after, Math.clamp(limit, 1, LONGEST_PAGE))
			.stream()
			.map(EntryDocument::of)
			.toList();
	}

	private RunDocument document(RunId id) {
		Run run = this.runs.find(id).orElseThrow(() -> new Problem(Category.NOT_FOUND, "There is no run " + id + "."));
		return RunDocument.of(run);
	}

	/**
	 * What to start.
	 *
	 * @param system the system's id
	 * @param runbook the file's name
	 * @param procedure its name as the list of runbooks has it
	 * @param environment where
	 */
	record Start(String system, String runbook, String procedure, String environment) {

		void check() {
			Words.demand(this.system, "system");
			Words.demand(this.runbook, "runbook");
			Words.demand(this.procedure, "procedure");
			Words.demand(this.environment, "environment");
		}

	}

}
