package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Removes exactly the things that were there when the plan was made. */
@Component
class RemovalHandler extends EngineChange<Removal> {

	RemovalHandler(Engines engines, Clock clock) {
		super(engines, clock);
	}

	@Override
	public ActionType<Removal> type() {
		return new ActionType<>("docker.remove", Removal.class, "docker");
	}

	@Override
	List<EngineCall> calls(Removal action, Map<String, String> markers) {
		Map<String, String> query = new TreeMap<>();
		if (action.force()) {
			query.put("force", "1");
		}
		if (action.volumes()) {
			query.put("v", "1");
		}
		return action.names()
			.stream()
			.map((name) -> EngineCall.delete(action.kind().path() + Engine.part(name) + Engine.query(query)))
			.toList();
	}

	@Override
	String done(Removal action) {
		return "Removed " + String.join(", ", action.names()) + ".";
	}

	@Override
	protected Plan plan(Removal action, Engine engine, Instant at) {
		SortedMap<String, String> markers = new TreeMap<>();
		List<Plan.Change> changes = new ArrayList<>();
		List<Plan.Warning> warnings = new ArrayList<>();
		for (String name : action.names()) {
			JsonNode thing = find(action, name, engine);
			markers.put(name, identity(action.kind(), thing));
			changes.add(new Plan.Change(name, words(action.kind(), thing), null));
			warn(action, name, thing, warnings);
			if (action.kind() == Removal.Kind.VOLUMES) {
				users(name, engine).forEach((user) -> warnings
					.add(new Plan.Warning(true, name + " is used by the container " + user + ".")));
			}
		}
		return new Plan(planned(action, markers), changes, List.of(), warnings, List.of(), undoText(action),
				new Plan.DoneWhen("none of them is there", Duration.ZERO, Duration.ofMinutes(1)), markers, at);
	}

	private static JsonNode find(Removal action, String name, Engine engine) {
		return engine.find(look(action.kind(), name))
			.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND, "'" + name
					+ "' is not there on the Docker engine at " + engine.address() + "; nothing to remove."));
	}

	private static String look(Removal.Kind kind, String name) {
		boolean json = kind == Removal.Kind.CONTAINERS || kind == Removal.Kind.IMAGES;
		return kind.path() + Engine.part(name) + (json ? "/json" : "");
	}

	private static String identity(Removal.Kind kind, JsonNode thing) {
		return switch (kind) {
			case CONTAINERS -> thing.path("Id").asString("") + " " + thing.path("State").path("Status").asString("");
			case IMAGES, NETWORKS -> thing.path("Id").asString("");
			case VOLUMES -> thing.path("CreatedAt").asString("");
		};
	}

	private static String words(Removal.Kind kind, JsonNode thing) {
		return switch (kind) {
			case CONTAINERS -> thing.path("State").path("Status").asString("") + ", image "
					+ thing.path("Config").path("Image").asString("");
			case IMAGES -> Amount.bytes(thing.path("Size").asLong(0)) + ", " + thing.path("Id").asString("");
			case VOLUMES -> "made " + thing.path("CreatedAt").asString("?");
			case NETWORKS -> thing.path("Containers").size() + " containers in it";
		};
	}

	private static void warn(Removal action, String name, JsonNode thing, List<Plan.Warning> warnings) {
		if (action.kind() == Removal.Kind.VOLUMES) {
			warnings.add(new Plan.Warning(true,
					"Everything in the volume " + name + " is gone for good. Is there a backup?"));
		}
		boolean running = thing.path("State").path("Running").asBoolean(false);
		if (action.kind() == Removal.Kind.CONTAINERS && running) {
			warnings.add(new Plan.Warning(true, action.force() ? name + " is running and will be killed."
					: name + " is running; the engine will refuse. Stop it first."));
		}
	}

	private static List<String> users(String volume, Engine engine) {
		String filter = Engine.JSON.createObjectNode()
			.set("volume", Engine.JSON.createArrayNode().add(volume))
			.toString();
		return engine.get("/containers/json" + Engine.query(Map.of("all", "1", "filters", filter)))
			.valueStream()
			.map((container) -> container.path("Names").path(0).asString("?").replaceFirst("^/", ""))
			.toList();
	}

	private static String undoText(Removal action) {
		return switch (action.kind()) {
			case CONTAINERS -> "None from here: a container is made again by what made it (compose up).";
			case IMAGES -> "Pull the image again, where a registry still has it.";
			case VOLUMES -> "None: what was in it is gone.";
			case NETWORKS -> "None from here: compose up makes it again.";
		};
	}

	@Override
	protected Verification verify(Removal action, Plan plan, Engine engine) {
		List<String> left = left(action, plan, engine);
		return left.isEmpty() ? new Verification(Verification.State.HOLDS, "none of them is there")
				: new Verification(Verification.State.NOT_YET, "still there: " + String.join(", ", left));
	}

	/** What is there and is still the same thing. */
	private static List<String> left(Removal action, Plan plan, Engine engine) {
		return action.names()
			.stream()
			.filter((name) -> engine.find(look(action.kind(), name))
				.filter((thing) -> identity(action.kind(), thing).equals(plan.markers().get(name)))
				.isPresent())
			.toList();
	}

	@Override
	protected Settlement probe(Removal action, Plan plan, Engine engine) {
		List<String> left = left(action, plan, engine);
		Settlement.Finding finding = left.isEmpty() ? Settlement.Finding.HAPPENED
				: (left.size() == action.names().size()) ? Settlement.Finding.DID_NOT_HAPPEN
						: Settlement.Finding.CANNOT_TELL;
		return new Settlement(finding,
				left.isEmpty() ? "none of them is there" : "still there: " + String.join(", ", left));
	}

}
