package io.watchfloor.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Asks a real shell which arguments a line has. */
record RealShell(String path, Path folder) {

	/** The arguments that a command would be given for the words of the line. */
	List<String> arguments(String words) {
		try {
			ProcessBuilder builder = new ProcessBuilder(this.path, "-c",
					"f() { printf '%s\\0' \"$#\" \"$@\"; }\nf " + words);
			builder.directory(this.folder.toFile()).redirectErrorStream(true);
			builder.environment().clear();
			builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "HOME", "/nowhere"));
			Process process = builder.start();
			process.getOutputStream().close();
			String[] printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).split("\0",
					-1);
			return List.of(printed).subList(1, Math.max(1, printed.length - 1));
		}
		catch (IOException trouble) {
			throw new IllegalStateException(trouble);
		}
	}

}
