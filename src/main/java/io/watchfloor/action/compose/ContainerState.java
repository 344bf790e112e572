package io.watchfloor.action.compose;

import java.util.Optional;

import io.watchfloor.kernel.Problem;
import tools.jackson.databind.JsonNode;

/**
 * What is known of a container.
 *
 * @param status {@code running}, {@code exited}, {@code paused}…
 * @param health what its check says, in a word; empty without a check
 * @param image as it was asked for
 * @param imageId the digest of what runs
 * @param policy {@code always}, {@code unless-stopped}…
 * @param project the Compose project it belongs to, or empty
 * @param hash by which Compose knows the settings it was made with
 * @param exit with which it ended, if it did
 */
record ContainerState(String id, String name, String status, String health, String startedAt, int restarts,
		String image, String imageId, String policy, String project, String service, String hash, int exit) {

	static Optional<ContainerState> find(Engine engine, String name) {
		return engine.find("/containers/" + Engine.part(name) + "/json").map(ContainerState::of);
	}

	static ContainerState of(Engine engine, String name) {
		return find(engine, name).orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND,
				"There is no container '" + name + "' on the Docker engine at " + engine.address() + "."));
	}

	private static ContainerState of(JsonNode node) {
		JsonNode state = node.path("State");
		JsonNode labels = node.path("Config").path("Labels");
		return new ContainerState(node.path("Id").asString(""), node.path("Name").asString("").replaceFirst("^/", ""),
				state.path("Status").asString(""), state.path("Health").path("Status").asString(""),
				state.path("StartedAt").asString(""), node.path("RestartCount").asInt(0),
				node.path("Config").path("Image").asString(""), node.path("Image").asString(""),
				node.path("HostConfig").path("RestartPolicy").path("Name").asString(""),
				labels.path("com.docker.compose.project").asString(""),
				labels.path("com.docker.compose.service").asString(""),
				labels.path("com.docker.compose.config-hash").asString(""), state.path("ExitCode").asInt(0));
	}

	boolean running() {
		return this.status.equals("running");
	}

	/** Running, and healthy where it says so. */
	boolean well() {
		return running() && (this.health.isEmpty() || this.health.equals("healthy"));
	}

	/**
	 * Well, or ended well where it is to run once; one with a restart policy may not end.
	 */
	boolean asWanted() {
		return well() || (this.status.equals("exited") && this.policy.equals("no") && this.exit == 0);
	}

	/** In words: "running, healthy". */
	String words() {
		return this.status + (this.health.isEmpty() ? "" : ", " + this.health);
	}

	/** What a plan depends on; a health that comes and goes is no reason to refuse. */
	String marker() {
		return this.status + " " + this.startedAt + " " + this.id;
	}

}
