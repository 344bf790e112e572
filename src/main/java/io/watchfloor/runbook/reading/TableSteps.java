package io.watchfloor.runbook.reading;

import io.watchfloor.runbook.document.Plain;
import io.watchfloor.runbook.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.watchfloor.runbook.LineRange;
import io.watchfloor.runbook.input.LineReader;
import io.watchfloor.runbook.Step.Choice;
import io.watchfloor.runbook.document.Block.Code;
import io.watchfloor.runbook.document.Block.Row;
import io.watchfloor.runbook.document.Block.Table;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tables that hold work: causes with their solutions, and tasks with commands.
 */
final class TableSteps {

	private static final Pattern ANCHOR = Pattern.compile("]\\(#([^()\\s]{1,200})\\)");

	private static final String CAUSES = "(.*\\b)?(cause|problem|issue|symptom|error|failure|if)s?( message)?";

	private static final String SOLUTIONS = "(.*\\b)?(solution|fix|action|resolution|mitigation|remedy|remediation|response|then|do|to do)s?( steps)?";

	/** A table of nothing else leads from something seen to what is done about it. */
	private static final String DONE = "(what to )?do|actions?|fix(es)?|solutions?";

	/** What is no cause to choose from: the rows are a schedule, a list or a team. */
	private static final String NO_CAUSES = "(.*\\b)?(step|no|number|order|time|when|date|day|week|month|frequency|schedule|role|who|owner|"
			+ "name|team|contact|person|task|phase|severity|level|priority|environment|metric)s?";

	private final LineReader lines;

	private final Map<String, String> variables;

	TableSteps(LineReader lines, Map<String, String> variables) {
		this.variables = variables;
		this.lines = lines;
	}

	List<StepDraft> read(Table table, Setting setting) {
		if (table.rows().size() < 2) {
			return List.of();
		}
		List<String> header = table.rows().getFirst().cells().stream().map(Plain::name).toList();
		int solution = indexOf(header, SOLUTIONS, 1);
		boolean pair = header.size() == 2 && header.getLast().matches(DONE) && !header.getFirst().isEmpty()
				&& !header.getFirst().matches(NO_CAUSES);
		if (solution > 0 && (pair || header.getFirst().matches(CAUSES))) {
			return List.of(decision(table, solution, setting));
		}
		int command = indexOf(header, "commands?|cmd", 0);
		return (command < 0) ? List.of() : commands(table, command, setting);
	}

	private static int indexOf(List<String> header, String names, int from) {
		for (int i = from; i < header.size(); i++) {
			if (header.get(i).matches(names)) {
				return i;
			}
		}
		return -1;
	}

	private static StepDraft decision(Table table, int solution, Setting setting) {
		List<Choice> choices = table.rows()
			.stream()
			.skip(1)
			.filter((row) -> row.cells().size() > solution)
			.map((row) -> new Choice(Plain.text(row.cells().getFirst()), Plain.text(row.cells().get(solution)),
					anchor(String.join(" ", row.cells()))))
			.toList();
		return StepDraft.decision(setting.fallback(), table.lines(), choices);
	}

	/** The section that a link in the row leads to. */
	static @Nullable String anchor(String markdown) {
		Matcher link = ANCHOR.matcher(markdown);
		return link.find() ? link.group(1) : null;
	}

	private List<StepDraft> commands(Table table, int command, Setting setting) {
		List<StepDraft> drafts = new ArrayList<>();
		for (Row row : table.rows().subList(1, table.rows().size())) {
			String cell = (row.cells().size() > command) ? row.cells().get(command).strip() : "";
			if (cell.length() > 2 && cell.startsWith("`") && cell.endsWith("`")) {
				LineRange line = new LineRange(row.line(), row.line());
				String title = (command == 0) ? setting.fallback() : Plain.title(row.cells().getFirst());
				Code code = new Code("bash", cell.replaceAll("^`+|`+$", ""), row.line(), line);
				drafts
					.addAll(new ShellSteps(this.lines, this.variables, code, new Setting(setting.phase(), null, title))
						.read());
			}
		}
		return drafts;
	}

}
