package io.watchfloor.runbook.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.runbook.Procedure;
import io.watchfloor.runbook.RunbookFinding;
import io.watchfloor.runbook.Step;
import io.watchfloor.runbook.Step.ActionStep;
import io.watchfloor.runbook.Step.DecisionStep;
import io.watchfloor.runbook.Step.ManualStep;
import io.watchfloor.runbook.StepInput;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What was read, for programs. Lines count from 1. */
final class JsonReport {

	private static final JsonMapper MAPPER = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	String write(List<ReadFile> files, List<String> troubles) {
		return MAPPER.writeValueAsString(Map.of("coverage", new CoverageTable(files).json(), "files",
				files.stream().map(JsonReport::file).toList(), "troubles", troubles));
	}

	private static Map<String, Object> file(ReadFile file) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("file", file.path().toString());
		json.put("title", file.book().title());
		json.put("typed", file.coverage().typed());
		json.put("commands", file.coverage().commands());
		json.put("procedures", file.book().procedures().stream().map(JsonReport::procedure).toList());
		json.put("findings", file.book().findings().stream().map(JsonReport::finding).toList());
		return json;
	}

	private static Map<String, Object> procedure(Procedure procedure) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("slug", procedure.slug());
		json.put("title", procedure.title());
		json.put("line", procedure.lines().first());
		json.put("steps", procedure.steps().stream().map(JsonReport::step).toList());
		return json;
	}

	private static Map<String, Object> step(Step step) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("line", step.lines().first());
		json.put("title", step.title());
		json.put("phase", step.phase().name());
		switch (step) {
			case ActionStep action -> {
				json.put("kind", "action");
				json.put("command", action.commandLine());
				json.put("risk", action.call().action().risk().name());
				json.put("does", action.does());
				json.put("inputs", action.inputs().stream().map(StepInput::name).toList());
			}
			case ManualStep manual -> {
				json.put("kind", manual.command() ? "command" : "manual");
				json.put(manual.command() ? "command" : "text", manual.text());
				if (manual.reason() != null) {
					json.put("reason", manual.reason());
				}
				if (manual.work() != null) {
					json.put("does", manual.work().does());
					json.put("risk", manual.work().risk().name());
					json.put("whose", manual.work().kind().name());
				}
			}
			case DecisionStep decision -> {
				json.put("kind", "decision");
				json.put("causes", decision.choices().stream().map(Step.Choice::cause).toList());
			}
		}
		return json;
	}

	private static Map<String, Object> finding(RunbookFinding finding) {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("rule", finding.rule().id());
		json.put("severity", finding.rule().severity().name());
		json.put("line", finding.lines().first());
		json.put("lastLine", finding.lines().last());
		json.put("title", finding.rule().title());
		json.put("message", finding.message());
		if (finding.saferCommand() != null) {
			json.put("safer", finding.saferCommand());
		}
		return json;
	}

}
