package io.watchfloor.action.kubernetes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.watchfloor.kernel.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Runs the program that a kubeconfig names for signing in ({@code aws eks get-token},
 * {@code gke-gcloud-auth-plugin}), as an argument array; the client library would hand it
 * to a shell.
 */
final class CredentialPlugin {

	private static final int SECONDS = 15;

	private CredentialPlugin() {
	}

	/**
	 * The credential that the program prints.
	 * @param exec the user's {@code exec} part
	 */
	static JsonNode run(Map<?, ?> exec) {
		List<String> command = new ArrayList<>(List.of(Objects.toString(exec.get("command"), "")));
		if (exec.get("args") instanceof List<?> arguments) {
			arguments.forEach((argument) -> command.add(Objects.toString(argument)));
		}
		ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
		if (exec.get("env") instanceof List<?> variables) {
			for (Object variable : variables) {
				if (variable instanceof Map<?, ?> pair) {
					builder.environment().put(Objects.toString(pair.get("name")), Objects.toString(pair.get("value")));
				}
			}
		}
		return status(command.getFirst(), printed(command.getFirst(), builder));
	}

	private static String printed(String name, ProcessBuilder builder) {
		try {
			Process process = builder.start();
			process.getOutputStream().close();
			CompletableFuture<byte[]> output = CompletableFuture.supplyAsync(() -> all(process),
					Thread::startVirtualThread);
			try {
				return new String(output.get(SECONDS, TimeUnit.SECONDS), StandardCharsets.UTF_8);
			}
			finally {
				process.destroyForcibly();
			}
		}
		catch (IOException | ExecutionException | TimeoutException failed) {
			throw trouble(name, failed);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw trouble(name, interrupted);
		}
	}

	private static byte[] all(Process process) {
		try {
			return process.getInputStream().readNBytes(1 << 20);
		}
		catch (IOException broken) {
			return new byte[0];
		}
	}

	private static JsonNode status(String name, String printed) {
		try {
			JsonNode status = Json.read(printed).path("status");
			if (!Json.text(status, "token").isEmpty() || !Json.text(status, "clientCertificateData").isEmpty()) {
				return status;
			}
		}
		catch (JacksonException nonsense) {
			throw trouble(name, nonsense);
		}
		throw trouble(name, null);
	}

	private static Problem trouble(String name, @org.jspecify.annotations.Nullable Exception cause) {
		String message = "The sign-in program '" + name
				+ "' of the kubeconfig gave no credential. Run it by hand as the console's account and look.";
		return (cause != null) ? new Problem(Problem.Category.UNREACHABLE, message, cause)
				: new Problem(Problem.Category.UNREACHABLE, message);
	}

}
