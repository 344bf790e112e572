package io.watchfloor.action.compose;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.watchfloor.action.Action;
import io.watchfloor.action.ActionType;
import io.watchfloor.action.Plan;
import io.watchfloor.action.Verification;
import io.watchfloor.kernel.Problem;
import org.springframework.stereotype.Component;

/** Which containers are made anew, and from which image to which. */
@Component
class ComposeUpHandler extends ComposeChange<ComposeUp> {

	ComposeUpHandler(Engines engines, ComposeTool tool, Clock clock) {
		super(engines, tool, clock);
	}

	@Override
	public ActionType<ComposeUp> type() {
		return new ActionType<>("compose.up", ComposeUp.class, "compose");
	}

	@Override
	ComposeScope scope(ComposeUp action) {
		return ComposeScope.of(action.scope());
	}

	@Override
	List<String> verb(ComposeUp action) {
		return action.words();
	}

	/** All: those that the named ones depend on come up too. */
	@Override
	List<String> services(ComposeUp action) {
		return action.options().contains("--no-deps") ? action.services() : List.of();
	}

	@Override
	void draft(ComposeUp action, ComposeWork work, ComposeDraft draft) {
		Map<String, String> images = work.images();
		Map<String, String> hashes = work.hashes();
		for (String service : action.services().isEmpty() ? List.copyOf(images.keySet()) : action.services()) {
			if (!images.containsKey(service)) {
				throw new Problem(Problem.Category.NOT_FOUND,
						"The files of " + work.project().target().id() + " name no service '" + service + "'.");
			}
			service(action, work, draft, service, images.getOrDefault(service, ""), hashes.getOrDefault(service, ""));
		}
		action.scales().forEach((scale) -> scale(scale, work.state(), draft));
		if (action.options().contains("--remove-orphans")) {
			work.state()
				.containers()
				.stream()
				.filter((one) -> !images.containsKey(one.service()))
				.forEach((one) -> draft.warn(true, one.name() + " is of no service any more and will be removed."));
		}
		draft.undo(undoText(action, work.state()));
		draft.doneWhen("every container runs, and is healthy where it has a check", Duration.ofSeconds(10),
				Duration.ofMinutes(5));
	}

	private static void service(ComposeUp action, ComposeWork work, ComposeDraft draft, String service, String image,
			String hash) {
		List<ContainerState> now = work.state().of(service);
		String id = work.imageId(image);
		draft.marker("service " + service, image + " " + id + " " + hash);
		String after = image.isEmpty() ? "its built image" : image + " " + shortId(id);
		if (now.isEmpty()) {
			draft.change(service, null, "one container, " + after);
			return;
		}
		boolean force = action.options().contains("--force-recreate");
		boolean otherImage = now.stream().anyMatch((one) -> !id.isEmpty() && !one.imageId().equals(id));
		boolean otherSettings = now.stream().anyMatch((one) -> !hash.isEmpty() && !one.hash().equals(hash));
		boolean anew = !action.options().contains("--no-recreate") && (force || otherImage || otherSettings);
		boolean built = action.options().contains("--build") && work.built().containsKey(service);
		anew |= built;
		String reason = built ? "its image is built first, made anew when that differs"
				: force ? "made anew as asked" : otherImage ? "made anew: another image"
						: otherSettings ? "made anew: its settings changed" : "stays as it is";
		for (ContainerState one : now) {
			draft.change(one.name(), one.words() + ", " + one.image() + " " + shortId(one.imageId()),
					anew ? reason + ", " + after : one.running() ? "stays as it is" : "started");
		}
		if (anew) {
			draft.effect(service + " does not answer while its container is replaced; Compose does not roll.");
		}
		if (built) {
			draft.warn(false,
					"The Dockerfile runs what it says, with what the folder holds now, on the machine that serves.");
		}
		if (id.isEmpty() && !image.isEmpty()) {
			draft.warn(false, image + " is not on the engine and is pulled first.");
		}
		if (otherImage && !image.contains("@sha256:")) {
			draft.warn(false, image + " is a tag: what it means can change. A digest cannot.");
		}
	}

	private static void scale(ComposeUp.Scale scale, ComposeState state, ComposeDraft draft) {
		long now = state.of(scale.service()).stream().filter(ContainerState::running).count();
		String direction = (scale.count() < now) ? "fewer: this scales DOWN"
				: (scale.count() > now) ? "more" : "as many as now";
		draft.change(scale.service() + ", containers", Long.toString(now), scale.count() + ", " + direction);
		draft.warn(scale.count() < now,
				"A fixed number fights with whoever scaled before; a container_name or fixed port "
						+ "allows only one.");
	}

	private static String shortId(String id) {
		return id.isEmpty() ? "(not here yet)" : id.replaceFirst("^sha256:", "").substring(0, 12);
	}

	private static String undoText(ComposeUp action, ComposeState state) {
		if (!action.scales().isEmpty()) {
			return "scale back to the number that runs now";
		}
		return state.containers().isEmpty() ? "compose stop"
				: "None by itself: the images before stay on the engine with the ids above; give one its name back (docker tag) "
						+ "and bring the service up again.";
	}

	@Override
	Verification verify(ComposeUp action, Plan plan, ComposeWork work) {
		ComposeState state = work.state();
		List<ContainerState> relevant = state.containers()
			.stream()
			.filter((one) -> action.services().isEmpty() || action.services().contains(one.service()))
			.toList();
		boolean well = !relevant.isEmpty() && relevant.stream().allMatch(ContainerState::asWanted);
		boolean all = action.services().stream().allMatch((service) -> !state.of(service).isEmpty());
		boolean scaled = action.scales()
			.stream()
			.allMatch((scale) -> state.of(scale.service()).stream().filter(ContainerState::running).count() == scale
				.count());
		return new Verification((well && all && scaled) ? Verification.State.HOLDS : Verification.State.NOT_YET,
				state.words());
	}

	@Override
	public Optional<Action> undo(ComposeUp action, Plan plan) {
		if (action.scales().isEmpty()) {
			return Optional.empty();
		}
		List<ComposeUp.Scale> before = plan.changes()
			.stream()
			.filter((change) -> change.property().endsWith(", containers"))
			.map((change) -> new ComposeUp.Scale(change.property().replace(", containers", ""),
					Integer.parseInt(String.valueOf(change.now()))))
			.toList();
		return Optional.of(new ComposeUp(action.scope(), action.services(), before, action.options()));
	}

}
