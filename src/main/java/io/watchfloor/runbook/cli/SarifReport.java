package io.watchfloor.runbook.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.watchfloor.action.Rule;
import io.watchfloor.action.Severity;
import io.watchfloor.runbook.RunbookFinding;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Findings in SARIF 2.1.0, which code hosts show beside the lines. */
final class SarifReport {

	private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	private final List<Rule> rules;

	SarifReport(List<Rule> rules) {
		this.rules = rules;
	}

	String write(List<ReadFile> files, List<String> troubles) {
		Map<String, Object> driver = new LinkedHashMap<>();
		driver.put("name", "Watchfloor");
		driver.put("rules", this.rules.stream().map(SarifReport::rule).toList());
		Map<String, Object> run = new LinkedHashMap<>();
		run.put("tool", Map.of("driver", driver));
		run.put("invocations",
				List.of(Map.of("executionSuccessful", troubles.isEmpty(), "toolExecutionNotifications",
						troubles.stream()
							.map((trouble) -> Map.of("level", "error", "message", Map.of("text", trouble)))
							.toList())));
		run.put("columnKind", "utf16CodeUnits");
		run.put("results", files.stream().flatMap(this::results).toList());
		Map<String, Object> log = new LinkedHashMap<>();
		log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
		log.put("version", "2.1.0");
		log.put("runs", List.of(run));
		return MAPPER.writeValueAsString(log);
	}

	/**
	 * What is suppressed is told too: a code host then shows who accepted it, and why.
	 */
	private Stream<Map<String, Object>> results(ReadFile file) {
		return Stream.concat(file.book().findings().stream().map((finding) -> result(file, finding, List.of())), file
			.suppressed()
			.stream()
			.map((quiet) -> result(file, quiet.finding(),
					List.of(Map.of("kind", "inSource", "status", "accepted", "justification", quiet.reason())))));
	}

	private static Map<String, Object> rule(Rule rule) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("id", rule.id());
		json.put("shortDescription", Map.of("text", rule.title()));
		json.put("fullDescription", Map.of("text", rule.explanation()));
		json.put("defaultConfiguration", Map.of("level", level(rule.severity())));
		return json;
	}

	private Map<String, Object> result(ReadFile file, RunbookFinding finding, List<Map<String, String>> suppressions) {
		Map<String, Object> region = new LinkedHashMap<>();
		region.put("startLine", finding.lines().first());
		region.put("endLine", finding.lines().last());
		String uri = file.path().normalize().toString().replace('\\', '/');
		Map<String, Object> place = Map.of("artifactLocation", Map.of("uri", encoded(uri)), "region", region);
		String safer = (finding.saferCommand() == null) ? "" : " Safer: " + finding.saferCommand();
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("ruleId", finding.rule().id());
		json.put("ruleIndex", this.rules.indexOf(finding.rule()));
		json.put("level", level(finding.rule().severity()));
		json.put("message", Map.of("text", finding.sentence() + safer));
		json.put("locations", List.of(Map.of("physicalLocation", place)));
		json.put("suppressions", suppressions);
		return json;
	}

	private static String encoded(String path) {
		return java.net.URLEncoder.encode(path, java.nio.charset.StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("%2F", "/");
	}

	private static String level(Severity severity) {
		return switch (severity) {
			case ERROR, DANGER -> "error";
			case WARNING -> "warning";
			case INFO -> "note";
		};
	}

}
