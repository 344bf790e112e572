package io.watchfloor.runbook;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A document and what was understood of it.
 *
 * @param id where it stands
 * @param title the first heading, else the file's name
 * @param text unchanged
 * @param version the first 12 hexadecimal digits of the text's SHA-256
 * @param procedures in the document's order
 * @param findings what is wrong with it, by line
 */
public record Runbook(RunbookId id, String title, String text, String version, List<Procedure> procedures,
		List<RunbookFinding> findings) {

	public Runbook {
		findings = List.copyOf(findings);
		procedures = List.copyOf(procedures);
	}

	/** Nothing is known to be wrong with it. */
	public Runbook(RunbookId id, String title, String text, String version, List<Procedure> procedures) {
		this(id, title, text, version, procedures, List.of());
	}

	/** Finds a procedure by its slug. */
	public Optional<Procedure> procedure(String slug) {
		return this.procedures.stream().filter((procedure) -> procedure.slug().equals(slug)).findFirst();
	}

	/** The document's lines, from line 1, without a byte order mark. */
	public List<String> lines() {
		return (this.text.startsWith("\uFEFF") ? this.text.substring(1) : this.text).lines().toList();
	}

	/** The lines that belong to no step, blank ones left out, from 1. */
	public List<Integer> prose() {
		List<String> lines = lines();
		BitSet inSteps = new BitSet(lines.size() + 2);
		this.procedures.stream()
			.flatMap((procedure) -> procedure.steps().stream())
			.forEach((step) -> inSteps.set(step.lines().first(), step.lines().last() + 1));
		return IntStream.rangeClosed(1, lines.size())
			.filter((line) -> !inSteps.get(line) && !lines.get(line - 1).isBlank())
			.boxed()
			.toList();
	}

}
