package io.watchfloor.runbook;

import java.util.List;
import java.util.Optional;

/**
 * A document and what was understood of it.
 *
 * @param id where it stands
 * @param title the first heading, else the file's name
 * @param text unchanged
 * @param version the first 12 hexadecimal digits of the text's SHA-256
 * @param procedures in the document's order
 */
public record Runbook(RunbookId id, String title, String text, String version, List<Procedure> procedures) {

	public Runbook {
		procedures = List.copyOf(procedures);
	}

	/** Finds a procedure by its slug. */
	public Optional<Procedure> procedure(String slug) {
		return this.procedures.stream().filter((procedure) -> procedure.slug().equals(slug)).findFirst();
	}

}
