package io.watchfloor.action.host.packages;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.watchfloor.action.PlanDraft;
import io.watchfloor.kernel.Counted;

/**
 * What is worth knowing beside the versions: what stays, what is restarted, what waits.
 */
record PackageNotes(PlanDraft draft, Apt apt, List<Upgrade> upgrades) {

	void tell(Simulation first) {
		if (this.upgrades.stream().anyMatch((each) -> each.name().startsWith("lib"))) {
			this.draft.warn("Programs that run now go on with the old libraries until each of them is restarted.");
		}
		long security = this.upgrades.stream().filter(Upgrade::isSecurity).count();
		this.draft
			.effect(Counted.of(this.upgrades.size(), "package") + ", of which " + security + " from a security archive")
			.aside("packages that are held", (at) -> held(first))
			.aside("services", (at) -> services())
			.aside("the free disk", (at) -> at.effect(this.apt.room() + " are free where packages are unpacked from"))
			.aside("whether a restart is due", (at) -> restart())
			.effect("Settings that were changed on the host stay as they are (--force-confold).")
			.warn("The lists of packages are those of the last 'apt-get update' on the host; nothing newer is seen.")
			.warn("Other hosts are not touched: upgrade one, look, then the next.");
	}

	private void held(Simulation first) {
		List<String> held = this.apt.held();
		if (!held.isEmpty()) {
			this.draft.effect("Held by a person, and left alone: " + String.join(", ", held));
		}
		if (!first.keptBack().isEmpty()) {
			this.draft.effect("Kept back by apt, as they would need more than an upgrade: "
					+ String.join(", ", first.keptBack()));
		}
		String fresh = this.upgrades.stream()
			.filter((each) -> each.from() == null)
			.map(Upgrade::name)
			.collect(Collectors.joining(", "));
		if (!fresh.isEmpty()) {
			this.draft.warn("New packages come along: " + fresh);
		}
	}

	private void services() {
		Set<String> services = this.apt
			.services(this.upgrades.stream().filter((each) -> each.from() != null).map(Upgrade::name).toList());
		this.draft.effect(services.isEmpty() ? "No running service belongs to these packages."
				: "Their packages restart these running services: " + String.join(", ", services));
	}

	private void restart() {
		String needs = this.upgrades.stream()
			.filter(Upgrade::needsRestart)
			.map(Upgrade::name)
			.collect(Collectors.joining(", "));
		if (!needs.isEmpty()) {
			this.draft.danger("The machine must be restarted afterwards, a step of its own: " + needs);
		}
		if (this.apt.waitsForRestart()) {
			this.draft.warn("The machine waits for a restart already, for an upgrade before this one.");
		}
	}

}
