package io.watchfloor.action.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.kernel.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** What a plan is worked out from; what Compose's tool says is asked once. */
final class ComposeWork {

	private final ComposeProject project;

	private final ComposeScope scope;

	private final Engine engine;

	private final ComposeTool tool;

	private final ComposeState state;

	private final Map<List<String>, String> said = new HashMap<>();

	ComposeWork(ComposeProject project, ComposeScope scope, Engine engine, ComposeTool tool, ComposeState state) {
		this.project = project;
		this.scope = scope;
		this.engine = engine;
		this.tool = tool;
		this.state = state;
	}

	ComposeProject project() {
		return this.project;
	}

	ComposeScope scope() {
		return this.scope;
	}

	Engine engine() {
		return this.engine;
	}

	ComposeState state() {
		return this.state;
	}

	private String said(String... verb) {
		return this.said.computeIfAbsent(List.of(verb), (_) -> this.tool.read(this.project, this.scope, verb));
	}

	/** The image of each service as the files name it; empty text where it is built. */
	Map<String, String> images() {
		Map<String, String> images = new LinkedHashMap<>();
		services().forEach((name, service) -> images.put(String.valueOf(name),
				(service instanceof Map<?, ?> map) ? Objects.toString(map.get("image"), "") : ""));
		return images;
	}

	/**
	 * A service as the files say it, put together.
	 * @throws Problem when the files name none of that name
	 */
	Map<?, ?> service(String name) {
		if (services().get(name) instanceof Map<?, ?> service) {
			return service;
		}
		throw new Problem(Problem.Category.NOT_FOUND,
				"The files of " + this.project.target().id() + " name no service '" + name + "'.");
	}

	/** The variables of a service as the files say them, put together. */
	Map<String, String> environment(String service) {
		Map<String, String> variables = new LinkedHashMap<>();
		if (service(service).get("environment") instanceof Map<?, ?> map) {
			map.forEach((name, value) -> variables.put(String.valueOf(name),
					Objects.toString(value, "").replace("$$", "$")));
		}
		return variables;
	}

	/** The variables that a container was made with. */
	Map<String, String> variables(String container) {
		Map<String, String> variables = new LinkedHashMap<>();
		inspect(container).path("Config").path("Env").forEach((each) -> {
			String[] parts = each.asString("").split("=", 2);
			variables.put(parts[0], (parts.length > 1) ? parts[1] : "");
		});
		return variables;
	}

	/** What a container may take: {@code Memory} in bytes, {@code NanoCpus}. */
	JsonNode limits(String container) {
		return inspect(container).path("HostConfig");
	}

	/** By which Compose knows the settings that a container was made with. */
	String hash(String container) {
		return inspect(container).path("Config").path("Labels").path("com.docker.compose.config-hash").asString("");
	}

	private JsonNode inspect(String container) {
		return this.engine.get("/containers/" + Engine.part(container) + "/json");
	}

	private Map<?, ?> services() {
		Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(said("config"));
		if (document instanceof Map<?, ?> root && root.get("services") instanceof Map<?, ?> services) {
			return services;
		}
		throw new Problem(Problem.Category.TARGET_SAID_NO,
				"The files of " + this.project.target().id() + " name no services.");
	}

	/** The name of the image of each service that is built. */
	Map<String, String> built() {
		Map<String, String> built = new LinkedHashMap<>();
		services().forEach((name, service) -> {
			if (service instanceof Map<?, ?> map && map.get("build") != null) {
				String image = Objects.toString(map.get("image"), "");
				String own = this.project.name() + "-" + name;
				String older = this.project.name() + "_" + name;
				built.put(String.valueOf(name),
						!image.isEmpty() ? image : imageId(own).isEmpty() && !imageId(older).isEmpty() ? older : own);
			}
		});
		return built;
	}

	/** The id of an image that the engine has; empty when it has none of that name. */
	String imageId(String name) {
		return name.isEmpty() ? ""
				: this.engine.find("/images/" + Engine.part(name) + "/json")
					.map((image) -> image.path("Id").asString(""))
					.orElse("");
	}

	/** The project's volumes that are there. */
	List<String> volumes() {
		String filter = Engine.JSON.createObjectNode()
			.set("label", Engine.JSON.createArrayNode().add("com.docker.compose.project=" + this.project.name()))
			.toString();
		List<String> names = new ArrayList<>();
		this.engine.get("/volumes" + Engine.query(Map.of("filters", filter)))
			.path("Volumes")
			.forEach((volume) -> names.add(volume.path("Name").asString("")));
		return names;
	}

	/**
	 * What Compose knows each service's settings by, to see which containers are made
	 * anew.
	 */
	Map<String, String> hashes() {
		Map<String, String> hashes = new LinkedHashMap<>();
		said("config", "--hash", "*").lines().forEach((line) -> {
			int blank = line.indexOf(' ');
			if (blank > 0) {
				hashes.put(line.substring(0, blank), line.substring(blank + 1).strip());
			}
		});
		return hashes;
	}

}
