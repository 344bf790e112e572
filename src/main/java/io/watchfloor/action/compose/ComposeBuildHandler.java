package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Settlement;
import io.watchfloor.action.Verification;
import io.watchfloor.catalog.Target;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Which images are here now; what comes of a Dockerfile is known only afterwards. */
@Component
class ComposeBuildHandler extends ComposeChange<ComposeBuild> {

	ComposeBuildHandler(Engines engines, ComposeTool tool, Clock clock) {
		super(engines, tool, clock);
	}

	@Override
	public ActionType<ComposeBuild> type() {
		return new ActionType<>("compose.build", ComposeBuild.class, "compose");
	}

	@Override
	ComposeScope scope(ComposeBuild action) {
		return ComposeScope.of(action.scope());
	}

	@Override
	List<String> verb(ComposeBuild action) {
		return Stream.of(Stream.of("build"), action.options().stream(), action.services().stream())
			.flatMap((part) -> part)
			.toList();
	}

	@Override
	List<String> services(ComposeBuild action) {
		return action.services();
	}

	@Override
	void draft(ComposeBuild action, ComposeWork work, ComposeDraft draft) {
		Map<String, String> built = built(action, work);
		if (built.isEmpty()) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"None of these services is built: the files name no Dockerfile for them. Leave the step out.");
		}
		built.forEach((service, image) -> {
			String id = work.imageId(image);
			draft.marker("image " + service, image + " " + id);
			draft.change(service + ": " + image, id.isEmpty() ? "not here yet" : id, "what the Dockerfile makes now");
		});
		draft.effect("The containers keep the image they run until 'up'.");
		draft.effect("The build takes processor, memory and disk of the machine that serves.");
		draft.warn(false, "A Dockerfile runs what it says, with what the folder holds now: look at the commit first.");
		draft.undo("Not needed: nothing runs from it yet. The images before stay on the engine by their ids.");
		draft.doneWhen("the images are there", Duration.ZERO, Duration.ofMinutes(2));
	}

	private static Map<String, String> built(ComposeBuild action, ComposeWork work) {
		Map<String, String> built = work.built();
		if (!action.services().isEmpty()) {
			built.keySet().retainAll(action.services());
		}
		return built;
	}

	@Override
	Verification verify(ComposeBuild action, Plan plan, ComposeWork work) {
		Map<String, String> built = built(action, work);
		List<String> missing = built.values().stream().filter((image) -> work.imageId(image).isEmpty()).toList();
		long same = built.entrySet()
			.stream()
			.filter((one) -> (one.getValue() + " " + work.imageId(one.getValue()))
				.equals(plan.markers().get("image " + one.getKey())))
			.count();
		return Verification.when(missing.isEmpty(),
				missing.isEmpty() ? built.size() + " images are there, " + same + " of them as before"
						: "not there: " + String.join(", ", missing));
	}

	@Override
	public Settlement probe(ComposeBuild action, Plan plan, Target target) {
		return new Settlement(Settlement.Finding.CANNOT_TELL,
				"Nothing runs from built images, so building again does no harm; look at 'docker images'.");
	}

}
