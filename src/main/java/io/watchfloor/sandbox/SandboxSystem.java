package io.watchfloor.sandbox;

import java.util.List;

import io.watchfloor.catalog.SystemId;
import io.watchfloor.sandbox.fault.FaultKind;
import org.jspecify.annotations.Nullable;

/**
 * One system of the sandbox as it is now.
 *
 * @param id the system's id in the catalog
 * @param name the name that people use
 * @param phase how far it has come
 * @param trouble why it failed, and what to do
 * @param targets what can be touched; empty until it is ready
 * @param faults what can go wrong and whether it does; empty until it is ready
 */
public record SandboxSystem(SystemId id, String name, Phase phase, @Nullable String trouble, List<TargetState> targets,
		List<FaultState> faults) {

	public SandboxSystem {
		targets = List.copyOf(targets);
		faults = List.copyOf(faults);
	}

	/** How many faults are injected. */
	public long injected() {
		return this.faults.stream().filter(FaultState::injected).count();
	}

	/**
	 * One target.
	 *
	 * @param name its name in the environment
	 * @param kind which connector reaches it
	 * @param address where it is
	 * @param up whether it answers
	 */
	public record TargetState(String name, String kind, String address, boolean up) {
	}

	/**
	 * One fault.
	 *
	 * @param kind which
	 * @param injected whether it is in force
	 */
	public record FaultState(FaultKind kind, boolean injected) {
	}

}
