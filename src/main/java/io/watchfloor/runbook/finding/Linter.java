package io.watchfloor.runbook.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.watchfloor.runbook.LineRange;
import io.watchfloor.action.CommandLine;
import io.watchfloor.action.Finding;
import io.watchfloor.action.Rule;
import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.RunbookFinding;
import io.watchfloor.runbook.document.Block;
import io.watchfloor.runbook.document.Source;
import io.watchfloor.runbook.input.LineReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what is wrong with a document. */
public final class Linter {

	private static final Logger log = LoggerFactory.getLogger(Linter.class);

	/** The longest of 265 public runbooks has some hundred. */
	private static final int MOST_COMMANDS = 2_000;

	private final CommandFinder commands;

	private final Function<CommandLine, List<Finding>> connectors;

	/**
	 * Creates a linter.
	 * @param lines reads commands
	 * @param connectors what connectors know to be wrong with a command
	 */
	public Linter(LineReader lines, Function<CommandLine, List<Finding>> connectors) {
		this.commands = new CommandFinder(lines);
		this.connectors = connectors;
	}

	/** The rules about documents; those about tools are the connectors'. */
	public static List<Rule> rules() {
		return DocumentRules.ALL.stream()
			.flatMap((rule) -> rule.rules().stream())
			.sorted(Comparator.comparing(Rule::id))
			.toList();
	}

	/** Everything that is wrong and not suppressed, by line. */
	public List<RunbookFinding> check(Source source, List<Block> blocks, List<Procedure> procedures) {
		ReadDocument plain = new ReadDocument(source, blocks, procedures, List.of());
		List<CodeLine> all = plain.all(Block.Code.class)
			.stream()
			.flatMap((code) -> this.commands.find(code).stream())
			.limit(MOST_COMMANDS + 1L)
			.toList();
		List<CodeLine> lines = all.subList(0, Math.min(all.size(), MOST_COMMANDS));
		ReadDocument document = new ReadDocument(source, blocks, procedures, lines);
		Report report = new Report();
		if (all.size() > lines.size()) {
			report.add(Suppressions.PARTLY, all.getLast().lines(),
					"Commands from here on are not checked: there are more than " + MOST_COMMANDS + ".");
		}
		lines.forEach((line) -> this.connectors.apply(line.line())
			.forEach((finding) -> report.add(finding.rule(), line.lines(), finding.message(),
					finding.saferCommand().orElse(null))));
		DocumentRules.ALL.forEach((rule) -> check(rule, document, report));
		List<RunbookFinding> kept = new Suppressions(document).apply(Twins.once(distinct(report.findings())));
		return kept.stream().sorted(Comparator.comparingInt((finding) -> finding.lines().first())).toList();
	}

	/** A rule that breaks keeps nobody from reading the document. */
	private static void check(DocumentRule rule, ReadDocument document, Report report) {
		try {
			rule.check(document, report);
		}
		catch (StackOverflowError | RuntimeException mistake) {
			log.warn("{} broke on a document: {}", rule.getClass().getSimpleName(), mistake.getClass().getName());
			report.add(Suppressions.PARTLY, new LineRange(1, 1),
					"Some rules broke on this document, which is a mistake of Watchfloor's; its log says which.");
		}
	}

	private static List<RunbookFinding> distinct(List<RunbookFinding> findings) {
		Set<String> seen = new HashSet<>();
		List<RunbookFinding> distinct = new ArrayList<>();
		for (RunbookFinding finding : findings) {
			if (seen.add(finding.rule().id() + " " + finding.lines().first())) {
				distinct.add(finding);
			}
		}
		return distinct;
	}

}
