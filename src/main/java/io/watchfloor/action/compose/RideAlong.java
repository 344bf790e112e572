package io.watchfloor.action.compose;

import java.util.List;

import io.watchfloor.action.PlanDraft;

/** What comes along when a container is made anew for another reason. */
record RideAlong(String service, ComposeWork work) {

	void add(PlanDraft draft) {
		List<ContainerState> now = this.work.state().of(this.service);
		draft.effect(now.isEmpty() ? this.service + " has no container; one is started."
				: this.service + " does not answer while its container is replaced; Compose does not roll.");
		String image = this.work.images().getOrDefault(this.service, "");
		String id = this.work.imageId(image);
		if (!id.isEmpty() && now.stream().anyMatch((one) -> !one.imageId().equals(id))) {
			draft.danger("The name " + image + " means another image on the engine than the one that runs: the new"
					+ " container is another version too.");
		}
		String hash = this.work.hashes().getOrDefault(this.service, "");
		if (!hash.isEmpty() && now.stream().anyMatch((one) -> !one.hash().isEmpty() && !one.hash().equals(hash))) {
			draft.danger("The files changed since " + this.service
					+ " was made; what changed in them comes along. Look at 'docker compose config' first.");
		}
		if (now.stream().anyMatch((one) -> one.health().isEmpty())) {
			draft.warn(this.service + " has no health check: that it runs is all that can be seen.");
		}
	}

}
