package io.watchfloor.action.compose;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import tools.jackson.databind.JsonNode;

/** The containers of a project, as its engine has them. */
record ComposeState(List<ContainerState> containers) {

	/** Of some services, or of all. */
	static ComposeState of(Engine engine, String project, List<String> services) {
		String filter = Engine.JSON.createObjectNode()
			.set("label", Engine.JSON.createArrayNode().add("com.docker.compose.project=" + project))
			.toString();
		List<JsonNode> found = engine.get("/containers/json" + Engine.query(Map.of("all", "1", "filters", filter)))
			.valueStream()
			.filter((container) -> !container.path("Labels")
				.path("com.docker.compose.oneoff")
				.asString("False")
				.equals("True"))
			.toList();
		return new ComposeState(found.stream()
			.map((container) -> ContainerState.find(engine, container.path("Id").asString("")))
			.flatMap(Optional::stream)
			.filter((state) -> services.isEmpty() || services.contains(state.service()))
			.sorted(Comparator.comparing(ContainerState::name))
			.toList());
	}

	List<ContainerState> of(String service) {
		return this.containers.stream().filter((state) -> state.service().equals(service)).toList();
	}

	SortedMap<String, String> markers() {
		SortedMap<String, String> markers = new TreeMap<>();
		this.containers
			.forEach((state) -> markers.put("container " + state.name(), state.marker() + " " + state.imageId()));
		return markers;
	}

	String words() {
		return this.containers.isEmpty() ? "no container" : String.join("; ",
				this.containers.stream().map((state) -> state.name() + " " + state.words()).toList());
	}

}
