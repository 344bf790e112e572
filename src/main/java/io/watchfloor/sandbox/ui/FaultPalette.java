package io.watchfloor.sandbox.ui;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.watchfloor.sandbox.Sandbox;
import io.watchfloor.sandbox.SandboxSystem;
import io.watchfloor.sandbox.SandboxSystem.FaultState;
import io.watchfloor.ui.PaletteSource;

/** Finds faults; choosing one asks whether to inject or clear it now. */
final class FaultPalette implements PaletteSource {

	private static final int MOST = 20;

	private final Sandbox sandbox;

	FaultPalette(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	@Override
	public List<PaletteItem> find(String typed) {
		if (typed.isBlank() || !this.sandbox.enabled() || !this.sandbox.mayUse()) {
			return List.of();
		}
		List<String> words = List.of(typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
		return this.sandbox.systems()
			.stream()
			.flatMap(FaultPalette::items)
			.filter((item) -> words.stream().allMatch(item.label().toLowerCase(Locale.ROOT)::contains))
			.limit(MOST)
			.toList();
	}

	private static Stream<PaletteItem> items(SandboxSystem system) {
		return system.faults().stream().map((fault) -> item(system, fault));
	}

	private static PaletteItem item(SandboxSystem system, FaultState fault) {
		String verb = fault.injected() ? "Clear: " : "Inject: ";
		return new PaletteItem(verb + fault.kind().label() + " (" + system.name() + ")", "Sandbox",
				"sandbox?system=" + system.id() + "&fault=" + fault.kind().slug());
	}

}
