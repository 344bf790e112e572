package io.watchfloor.action;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.watchfloor.command.Pipeline;
import io.watchfloor.command.SimpleCommand;
import io.watchfloor.command.Understanding;
import org.jspecify.annotations.Nullable;

/** Finds the connector that reads a pipeline, unwrapping {@code docker exec} first. */
class CommandLines {

	private final Map<String, ActionReader> readers = new LinkedHashMap<>();

	CommandLines(List<ActionReader> readers) {
		readers.forEach((reader) -> reader.tools().forEach((tool) -> add(tool, reader)));
	}

	private void add(String tool, ActionReader reader) {
		ActionReader other = this.readers.put(tool, reader);
		if (other != null) {
			throw new IllegalStateException("two connectors read " + tool + ": " + other + " and " + reader);
		}
	}

	Understanding<ActionCall> read(Pipeline pipeline) {
		SimpleCommand first = pipeline.stages().getFirst();
		@Nullable String tool = first.tool().orElse(null);
		if (tool == null) {
			return new Understanding.NotUnderstood<>("The tool's name is not written out.");
		}
		if (tool.equals("docker")) {
			return DockerExec.unwrap(pipeline, this::read);
		}
		ActionReader reader = this.readers.get(tool);
		if (reader == null) {
			return new Understanding.NotUnderstood<>("No connector reads '" + tool + "'.");
		}
		return reader.read(pipeline);
	}

}
