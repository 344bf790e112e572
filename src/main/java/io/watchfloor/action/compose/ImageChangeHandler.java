package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Pulls and names images; the id behind the name tells what happened. */
@Component
class ImageChangeHandler extends EngineChange<ImageChange> {

	private static final String NONE = "none";

	ImageChangeHandler(Engines engines, Clock clock) {
		super(engines, clock);
	}

	@Override
	public ActionType<ImageChange> type() {
		return new ActionType<>("docker.image", ImageChange.class, "docker");
	}

	@Override
	List<EngineCall> calls(ImageChange action, Map<String, String> markers) {
		ImageName name = ImageName.of(action.image());
		return switch (action.verb()) {
			case PULL -> List.of(EngineCall
				.pull("/images/create" + Engine.query(Map.of("fromImage", name.repository(), "tag", name.tag()))));
			case TAG -> {
				ImageName further = ImageName.of(action.name());
				yield List.of(EngineCall.post("/images/" + Engine.part(action.image()) + "/tag"
						+ Engine.query(Map.of("repo", further.repository(), "tag", further.tag()))));
			}
		};
	}

	@Override
	String done(ImageChange action) {
		return "The engine carried out: " + action.commandLine();
	}

	private static String id(Engine engine, String image) {
		return engine.find("/images/" + Engine.part(image) + "/json")
			.map((found) -> found.path("Id").asString(NONE))
			.orElse(NONE);
	}

	private static String changed(ImageChange action) {
		return action.name().isEmpty() ? action.image() : action.name();
	}

	@Override
	protected Plan plan(ImageChange action, Engine engine, Instant at) {
		String now = id(engine, changed(action));
		String source = id(engine, action.image());
		boolean tag = action.verb() == ImageChange.Verb.TAG;
		if (tag && source.equals(NONE)) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"There is no image '" + action.image() + "' on the Docker engine at " + engine.address() + ".");
		}
		SortedMap<String, String> markers = new TreeMap<>(Map.of("id", now, "source", source));
		List<Plan.Warning> warnings = (tag && !now.equals(NONE)
				&& !now.equals(source))
						? List.of(new Plan.Warning(true, action.name() + " is another image now and will be moved."))
						: (!tag && !action.image().contains("@"))
								? List.of(new Plan.Warning(false,
										"A tag can be another image tomorrow; a digest (name@sha256:…) cannot."))
								: List.of();
		return new Plan(planned(action, markers),
				List.of(new Plan.Change(changed(action), now, tag ? source : "what the registry has now")),
				running(engine, now), warnings, List.of(), undoText(action, now),
				new Plan.DoneWhen("the image is there", Duration.ZERO, Duration.ofMinutes(2)), markers, at);
	}

	private static String undoText(ImageChange action, String now) {
		return now.equals(NONE) ? "remove the name again: docker rmi " + changed(action)
				: "give the name back to " + now + ", which stays here";
	}

	private static List<String> running(Engine engine, String image) {
		return engine.get("/containers/json")
			.valueStream()
			.filter((container) -> container.path("ImageID").asString("").equals(image))
			.map((container) -> container.path("Names").path(0).asString("?").replaceFirst("^/", "")
					+ " runs the present image and keeps it until it is made anew")
			.toList();
	}

	@Override
	protected Verification verify(ImageChange action, Plan plan, Engine engine) {
		Optional<JsonNode> found = engine.find("/images/" + Engine.part(changed(action)) + "/json");
		if (found.isEmpty()) {
			return new Verification(Verification.State.NOT_YET, "the image is not there");
		}
		String id = found.get().path("Id").asString("");
		boolean moved = action.verb() == ImageChange.Verb.PULL || id.equals(plan.markers().get("source"));
		return new Verification(moved ? Verification.State.HOLDS : Verification.State.NOT_YET,
				id + " " + found.get().path("RepoDigests").path(0).asString(""));
	}

	@Override
	protected Settlement probe(ImageChange action, Plan plan, Engine engine) {
		String id = id(engine, changed(action));
		boolean same = id.equals(plan.markers().get("id"));
		Settlement.Finding finding = !same ? Settlement.Finding.HAPPENED
				: (action.verb() == ImageChange.Verb.PULL && !id.equals(NONE)) ? Settlement.Finding.CANNOT_TELL
						: Settlement.Finding.DID_NOT_HAPPEN;
		return new Settlement(finding, changed(action) + " is " + id);
	}

	@Override
	public Optional<Action> undo(ImageChange action, Plan plan) {
		String before = plan.markers().getOrDefault("id", NONE);
		if (before.equals(NONE)) {
			return Optional.of(new Removal(Removal.Kind.IMAGES, List.of(changed(action)), false, false));
		}
		boolean digest = changed(action).contains("@");
		return digest ? Optional.empty() : Optional
			.of(new ImageChange(ImageChange.Verb.TAG, before.replaceFirst("^sha256:", ""), changed(action)));
	}

}
