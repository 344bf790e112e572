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
import org.springframework.stereotype.Component;

/** Which images are here now; what the registry has is known only afterwards. */
@Component
class ComposePullHandler extends ComposeChange<ComposePull> {

	ComposePullHandler(Engines engines, ComposeTool tool, Clock clock) {
		super(engines, tool, clock);
	}

	@Override
	public ActionType<ComposePull> type() {
		return new ActionType<>("compose.pull", ComposePull.class, "compose");
	}

	@Override
	ComposeScope scope(ComposePull action) {
		return ComposeScope.of(action.scope());
	}

	@Override
	List<String> verb(ComposePull action) {
		return Stream.concat(Stream.of("pull"), action.services().stream()).toList();
	}

	@Override
	List<String> services(ComposePull action) {
		return action.services();
	}

	@Override
	void draft(ComposePull action, ComposeWork work, ComposeDraft draft) {
		Map<String, String> images = work.images();
		images.forEach((service, image) -> {
			if (!image.isEmpty() && (action.services().isEmpty() || action.services().contains(service))) {
				String id = work.imageId(image);
				draft.marker("image " + service, image + " " + id);
				draft.change(service + ": " + image, id.isEmpty() ? "not here yet" : id,
						image.contains("@sha256:") ? "the same digest" : "what the registry has now");
				if (!image.contains("@sha256:")) {
					draft.warn(false, image + " is a tag and can be another image than yesterday.");
				}
			}
		});
		draft.effect("The containers keep the image they run until 'up'.");
		draft.undo("Not needed: nothing runs from it yet. The ids before stay on the engine.");
		draft.doneWhen("the images are there", Duration.ZERO, Duration.ofMinutes(2));
	}

	@Override
	Verification verify(ComposePull action, Plan plan, ComposeWork work) {
		List<String> missing = work.images()
			.entrySet()
			.stream()
			.filter((service) -> !service.getValue().isEmpty()
					&& (action.services().isEmpty() || action.services().contains(service.getKey()))
					&& work.imageId(service.getValue()).isEmpty())
			.map(Map.Entry::getValue)
			.toList();
		return Verification.when(missing.isEmpty(),
				missing.isEmpty() ? "every image is there" : "not there: " + String.join(", ", missing));
	}

	@Override
	public Settlement probe(ComposePull action, Plan plan, Target target) {
		return new Settlement(Settlement.Finding.CANNOT_TELL,
				"Nothing runs from pulled images, so pulling again does no harm; look at 'docker images'.");
	}

}
