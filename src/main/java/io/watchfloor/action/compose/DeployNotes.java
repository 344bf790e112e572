package io.watchfloor.action.compose;

import java.util.List;
import java.util.Map;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.kernel.Problem;

/** What a deployment means for what runs now. */
final class DeployNotes {

	private DeployNotes() {
	}

	/**
	 * The name that the files give the service's image.
	 * @throws Problem when a version cannot be given that name
	 */
	static String name(ComposeDeploy action, ComposeWork work) {
		Map<String, String> images = work.images();
		String name = images.get(action.service());
		String project = work.project().target().id().toString();
		if (name == null) {
			throw new Problem(Problem.Category.NOT_FOUND,
					"The files of " + project + " name no service '" + action.service() + "'.");
		}
		if (name.isEmpty()) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, action.service() + " of " + project
					+ " is built where it runs and has no image with a name. Give it one ('image:') in the file.");
		}
		if (name.contains("@")) {
			throw new Problem(Problem.Category.TARGET_SAID_NO, "The file itself fixes the digest of " + action.service()
					+ " (" + name + "). Change it there, and bring the service up.");
		}
		return name;
	}

	static void add(ComposeDeploy action, ComposeWork work, ImageVersion version, DeployCalls calls, PlanDraft draft) {
		List<ContainerState> now = work.state().of(action.service());
		String after = version.reference() + (version.here() ? "" : ", fetched first");
		now.forEach((one) -> draft.change(one.name(), one.words() + ", " + was(one, work), after));
		if (now.isEmpty()) {
			draft.change(action.service(), null, after);
		}
		draft.effect(action.service() + " does not answer while its container is replaced; Compose does not roll.");
		others(action, work, calls, draft);
		if (!version.asked() && !action.image().contains("@") && !action.image().startsWith("sha256:")) {
			draft.danger("The registry did not say what " + action.image()
					+ " means now; it is the image that the engine" + " has under that name.");
		}
		if (now.stream().anyMatch((one) -> one.health().isEmpty())) {
			draft.warn(action.service() + " has no health check: that it runs is all that can be seen.");
		}
		draft.warn("What a new version does to the database (migrations) does not go back with its image.");
		undo(now, calls, draft);
	}

	/** By digest where it has one. */
	private static String was(ContainerState one, ComposeWork work) {
		return work.engine()
			.find("/images/" + Engine.part(one.imageId()) + "/json")
			.map((image) -> image.path("RepoDigests").path(0).asString(one.imageId()))
			.orElse(one.imageId());
	}

	private static void others(ComposeDeploy action, ComposeWork work, DeployCalls calls, PlanDraft draft) {
		List<String> sharing = work.images()
			.entrySet()
			.stream()
			.filter((other) -> !other.getKey().equals(action.service()) && other.getValue().equals(calls.name()))
			.map(Map.Entry::getKey)
			.toList();
		if (!sharing.isEmpty()) {
			draft.danger(String.join(", ", sharing)
					+ " use the same name of an image and get this version too when they" + " are next made anew.");
		}
		List<String> sick = work.state()
			.containers()
			.stream()
			.filter((one) -> !one.asWanted())
			.map((one) -> one.name() + " (" + one.words() + ")")
			.toList();
		if (!sick.isEmpty()) {
			draft.danger("Not well already now: " + String.join(", ", sick)
					+ ". The deployment counts as done only when" + " all are well.");
		}
	}

	private static void undo(List<ContainerState> now, DeployCalls calls, PlanDraft draft) {
		if (now.isEmpty()) {
			draft.undo("None: no version runs now; 'compose stop' stops the new one.");
			return;
		}
		draft.mark("running", now.getFirst().imageId());
		draft.undo("Deploy " + now.getFirst().imageId() + " again"
				+ (calls.before().isEmpty() ? "." : "; it stays on the engine as " + calls.keptAs() + "."));
	}

}
