package io.watchfloor.action.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.watchfloor.action.Lines;
import io.watchfloor.command.Word;
import io.watchfloor.testing.RealServers;

/** The real kubectl, led to the test's API server; no shell between. */
final class RecordedKubectl {

	private final Path program = RealServers.optional("kubectl", "kubernetes-client");

	private final Path home;

	RecordedKubectl() {
		try {
			this.home = Files.createTempDirectory("kubectl-home");
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/** Runs a line; returns what it printed. */
	String run(String line, ApiServer server) {
		List<String> command = new ArrayList<>(
				List.of(this.program.toString(), "--server=" + server.address(), "--cache-dir=" + this.home));
		for (Word word : Lines.pipeline(line).stages().getFirst().arguments()) {
			command.add(word.literal().orElse(word.source()));
		}
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().put("HOME", this.home.toString());
		builder.environment().put("KUBECONFIG", this.home.resolve("none").toString());
		try {
			Process process = builder.start();
			process.getOutputStream().close();
			String printed = new String(process.getInputStream().readAllBytes(),
					java.nio.charset.StandardCharsets.UTF_8);
			if (!process.waitFor(20, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new AssertionError(line + " does not end");
			}
			return printed;
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (InterruptedException interrupted) {
			throw new IllegalStateException(interrupted);
		}
	}

}
