package io.watchfloor.runbook.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.watchfloor.runbook.Coverage;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.ManualStep;

/** How much is understood, by document, by tool, and why not the rest. */
final class CoverageTable {

	private static final int MOST_REASONS = 25;

	private final List<ReadFile> files;

	CoverageTable(List<ReadFile> files) {
		this.files = List.copyOf(files);
	}

	/** For people: Markdown tables. */
	String text() {
		List<String> lines = new ArrayList<>();
		table("document", byDocument(), lines);
		table("tool", byTool(), lines);
		lines.add("Why commands are not understood:");
		lines.add("");
		reasons().forEach((reason, count) -> lines.add("- " + count + " × " + reason));
		return String.join("\n", lines);
	}

	/** For programs. */
	Map<String, Object> json() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("total", json(total()));
		json.put("tools", json(byTool()));
		json.put("reasons", reasons());
		return json;
	}

	private static Map<String, Object> json(Map<String, Coverage> rows) {
		Map<String, Object> json = new LinkedHashMap<>();
		rows.forEach((name, coverage) -> json.put(name, json(coverage)));
		return json;
	}

	static Map<String, Object> json(Coverage coverage) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("commands", coverage.commands());
		json.put("read", coverage.reads());
		json.put("change", coverage.changes());
		json.put("byHand", coverage.byHand());
		json.put("projectOrScript", coverage.own());
		json.put("notUnderstood", coverage.unknown());
		return json;
	}

	private Coverage total() {
		return Coverage.ofSteps(steps());
	}

	private List<Step> steps() {
		return this.files.stream()
			.flatMap((file) -> file.book().procedures().stream())
			.flatMap((procedure) -> procedure.steps().stream())
			.toList();
	}

	private Map<String, Coverage> byDocument() {
		Map<String, Coverage> rows = new LinkedHashMap<>();
		this.files.forEach((file) -> rows.put(String.valueOf(file.path().getFileName()), file.coverage()));
		return rows;
	}

	private Map<String, Coverage> byTool() {
		Map<String, List<Step>> byTool = steps().stream()
			.filter((step) -> Coverage.Sort.of(step).isPresent())
			.collect(Collectors.groupingBy(CoverageTable::tool, TreeMap::new, Collectors.toList()));
		Map<String, Coverage> rows = new LinkedHashMap<>();
		byTool.entrySet()
			.stream()
			.sorted(Comparator.comparing((entry) -> -entry.getValue().size()))
			.forEach((entry) -> rows.put(entry.getKey(), Coverage.ofSteps(entry.getValue())));
		return rows;
	}

	private static String tool(Step step) {
		String first = command(step).lines()
			.map(String::strip)
			.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
			.findFirst()
			.orElse("?")
			.split("\\s", 2)[0];
		boolean query = step instanceof ActionStep action && !action.language().isEmpty();
		boolean name = first.matches("[a-z][a-z0-9_.-]*");
		return query ? "SQL, PromQL" : name ? first : "other";
	}

	private static String command(Step step) {
		return switch (step) {
			case ActionStep action -> action.commandLine();
			case ManualStep manual -> manual.text();
			case Step.DecisionStep _ -> "";
		};
	}

	/** Without what differs between two lines that fail alike. */
	private Map<String, Long> reasons() {
		Map<String, Long> counts = steps().stream()
			.filter((step) -> Coverage.Sort.of(step).filter(Coverage.Sort.UNKNOWN::equals).isPresent())
			.map((step) -> String.valueOf(((ManualStep) step).reason()).lines().findFirst().orElse(""))
			.collect(Collectors.groupingBy((reason) -> reason, Collectors.counting()));
		Map<String, Long> most = new LinkedHashMap<>();
		counts.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
			.limit(MOST_REASONS)
			.forEach((entry) -> most.put(entry.getKey(), entry.getValue()));
		return most;
	}

	private void table(String what, Map<String, Coverage> rows, List<String> lines) {
		lines.add("| " + what + " | commands | read | change | by hand | project's, scripts | not understood |");
		lines.add("|---|---:|---:|---:|---:|---:|---:|");
		rows.forEach((name, coverage) -> lines.add(row(name, coverage)));
		lines.add(row("all", total()));
		lines.add("");
	}

	private static String row(String name, Coverage coverage) {
		return "| %s | %d | %d | %d | %d | %d | %d |".formatted(name, coverage.commands(), coverage.reads(),
				coverage.changes(), coverage.byHand(), coverage.own(), coverage.unknown());
	}

}
