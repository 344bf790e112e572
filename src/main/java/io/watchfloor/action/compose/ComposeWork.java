package io.watchfloor.action.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.watchfloor.kernel.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a plan is worked out from. */
record ComposeWork(ComposeProject project, ComposeScope scope, Engine engine, ComposeTool tool, ComposeState state) {

	/** The image of each service as the files name it; empty text where it is built. */
	Map<String, String> images() {
		Map<String, String> images = new LinkedHashMap<>();
		services().forEach((name, service) -> images.put(String.valueOf(name),
				(service instanceof Map<?, ?> map) ? Objects.toString(map.get("image"), "") : ""));
		return images;
	}

	private Map<?, ?> services() {
		Object document = new Yaml(new SafeConstructor(new LoaderOptions()))
			.load(this.tool.read(this.project, this.scope, "config"));
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
		this.tool.read(this.project, this.scope, "config", "--hash", "*").lines().forEach((line) -> {
			int blank = line.indexOf(' ');
			if (blank > 0) {
				hashes.put(line.substring(0, blank), line.substring(blank + 1).strip());
			}
		});
		return hashes;
	}

}
