package io.watchfloor.action.compose;

import java.time.Duration;

import io.watchfloor.action.Plan;
import io.watchfloor.kernel.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One request that changes something.
 *
 * @param method {@code POST} or {@code DELETE}
 * @param path with its query
 * @param body JSON, where there is any
 * @param within after which its end is unknown
 */
record EngineCall(String method, String path, @Nullable JsonNode body, Duration within) {

	static EngineCall post(String path) {
		return new EngineCall("POST", path, null, Duration.ofSeconds(90));
	}

	static EngineCall post(String path, JsonNode body) {
		return new EngineCall("POST", path, body, Duration.ofSeconds(60));
	}

	static EngineCall delete(String path) {
		return new EngineCall("DELETE", path, null, Duration.ofSeconds(60));
	}

	/** An image is pulled with as much patience as it needs. */
	static EngineCall pull(String path) {
		return new EngineCall("POST", path, null, Duration.ofMinutes(10));
	}

	Plan.Call call() {
		return new Plan.Call(this.method + " " + this.path + ((this.body != null) ? " " + this.body : ""));
	}

	/**
	 * Sends it, and finds the errors that an engine reports after it has answered 200.
	 */
	void send(Engine engine) {
		if (this.method.equals("DELETE")) {
			engine.delete(this.path);
			return;
		}
		String said = engine.postBytes(this.path, this.body, this.within).text();
		said.lines().filter((line) -> line.contains("\"error\"")).findFirst().ifPresent((line) -> {
			throw new Problem(Problem.Category.TARGET_SAID_NO,
					"The Docker engine at " + engine.address() + " refused: " + error(line) + ".");
		});
	}

	private static String error(String line) {
		try {
			return Engine.JSON.readTree(line).path("error").asString(line);
		}
		catch (JacksonException plain) {
			return line;
		}
	}

}
