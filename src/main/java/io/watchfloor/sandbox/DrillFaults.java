package io.watchfloor.sandbox;

import java.util.List;

import io.watchfloor.catalog.FaultInjection;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Problem;
import io.watchfloor.sandbox.fault.FaultKind;
import org.springframework.stereotype.Component;

/** Lends the sandbox's faults to drills. */
@Component
class DrillFaults implements FaultInjection {

	private final Sandbox sandbox;

	DrillFaults(Sandbox sandbox) {
		this.sandbox = sandbox;
	}

	@Override
	public List<Fault> faults(SystemId system, String environment) {
		if (!environment.equals(SandboxEnvironments.NAME) || !this.sandbox.mayUse()) {
			return List.of();
		}
		return this.sandbox.systems()
			.stream()
			.filter((each) -> each.id().equals(system))
			.flatMap((each) -> each.faults().stream())
			.filter((fault) -> !fault.injected())
			.map((fault) -> new Fault(fault.kind().slug(), fault.kind().label(), fault.kind().description()))
			.toList();
	}

	@Override
	public void inject(SystemId system, String environment, String fault) {
		this.sandbox.inject(system, kind(environment, fault));
	}

	@Override
	public void clear(SystemId system, String environment, String fault) {
		this.sandbox.clear(system, kind(environment, fault));
	}

	private static FaultKind kind(String environment, String fault) {
		return FaultKind.of(fault)
			.filter((_) -> environment.equals(SandboxEnvironments.NAME))
			.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND,
					"There is no fault '" + fault + "' in environment '" + environment + "'. Choose another."));
	}

}
