package io.watchfloor.api.catalog;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.watchfloor.runbook.Library;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runbooks and the procedures that can be run. */
@RestController
@RequestMapping("/api/v1/runbooks")
class RunbooksApi {

	private final Library library;

	RunbooksApi(Library library) {
		this.library = library;
	}

	@GetMapping
	@Operation(summary = "Runbooks with their procedures, of one system or of all")
	List<RunbookDocument> all(@RequestParam(required = false) @Nullable String system) {
		return this.library.all()
			.stream()
			.filter((runbook) -> system == null || runbook.id().system().value().equals(system))
			.map(RunbookDocument::of)
			.toList();
	}

	/**
	 * A runbook.
	 *
	 * @param version changes with its text
	 */
	record RunbookDocument(String system, String runbook, String title, String version,
			List<ProcedureDocument> procedures) {

		static RunbookDocument of(Runbook runbook) {
			return new RunbookDocument(runbook.id().system().value(), runbook.id().file(), runbook.title(),
					runbook.version(), runbook.procedures().stream().map(ProcedureDocument::of).toList());
		}

	}

	/**
	 * A procedure.
	 *
	 * @param procedure the name by which it is started
	 * @param steps how many it has
	 */
	record ProcedureDocument(String procedure, String title, int steps) {

		static ProcedureDocument of(Procedure procedure) {
			return new ProcedureDocument(procedure.slug(), procedure.title(), procedure.steps().size());
		}

	}

}
