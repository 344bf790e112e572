package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.document.Section;
import io.watchfloor.runbook.document.Outline;
import io.watchfloor.runbook.document.Source;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

import io.watchfloor.action.CommandLine;
import io.watchfloor.action.Finding;
import io.watchfloor.kernel.CanonicalJson;
import io.watchfloor.kernel.Problem;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.Runbook;
import io.watchfloor.runbook.RunbookId;
import io.watchfloor.runbook.document.Block;
import io.watchfloor.runbook.finding.Linter;
import io.watchfloor.runbook.input.LineReader;

/** Reads a Markdown document into procedures and steps. */
public final class RunbookReader {

	/** In characters; the longest of 265 public runbooks has 120,000. */
	private static final int LONGEST = 2_000_000;

	private final LineReader lines;

	private final Linter linter;

	/**
	 * Creates a reader.
	 * @param lines reads the commands
	 * @param rules what connectors know to be wrong with a command
	 */
	public RunbookReader(LineReader lines, Function<CommandLine, List<Finding>> rules) {
		this.lines = lines;
		this.linter = new Linter(lines, rules);
	}

	/**
	 * Reads any text.
	 * @throws Problem when it is no text (it holds NUL) or longer than a runbook can be
	 */
	public Runbook read(RunbookId id, String text) {
		if (text.indexOf('\0') >= 0) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD,
					"Runbook " + id + " holds NUL characters, so it is no text file. Save it as UTF-8 text.");
		}
		if (text.length() > LONGEST) {
			throw new Problem(Problem.Category.NOT_UNDERSTOOD, "Runbook " + id + " has " + text.length()
					+ " characters, the limit is " + LONGEST + ". Split it into several files.");
		}
		Source source = Source.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
		List<Block> blocks = Outline.read(source);
		Section root = Section.tree(blocks, fileTitle(id));
		List<Procedure> procedures = new CrossReferences(new ProcedureFinder(this.lines, source).find(root)).link();
		String version = HexFormat.of().formatHex(CanonicalJson.sha256(text.getBytes(StandardCharsets.UTF_8)), 0, 6);
		return new Runbook(id, title(root), text, version, procedures, this.linter.check(source, blocks, procedures));
	}

	private static String title(Section root) {
		return root.children()
			.stream()
			.map(Section::title)
			.filter((title) -> !title.isBlank())
			.findFirst()
			.orElse(root.title());
	}

	private static String fileTitle(RunbookId id) {
		return id.file().replaceFirst("(?i)\\.(md|markdown)$", "").replaceAll("[-_]+", " ");
	}

}
