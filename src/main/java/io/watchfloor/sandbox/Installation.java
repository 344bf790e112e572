package io.watchfloor.sandbox;

import java.util.List;

import io.watchfloor.kernel.Problem;
import io.watchfloor.sandbox.SandboxSystem.FaultState;
import io.watchfloor.sandbox.SandboxSystem.TargetState;
import io.watchfloor.sandbox.app.RunningSystem;
import io.watchfloor.sandbox.fault.Fault;
import io.watchfloor.sandbox.fault.Faults;
import io.watchfloor.sandbox.sample.SampleSystem;
import org.jspecify.annotations.Nullable;

/** One system's place in the sandbox, running or not. */
final class Installation {

	private final SampleSystem system;

	private volatile Phase phase = Phase.STOPPED;

	private volatile @Nullable String trouble;

	private volatile @Nullable Running running;

	Installation(SampleSystem system) {
		this.system = system;
	}

	SampleSystem system() {
		return this.system;
	}

	void starting() {
		this.phase = Phase.STARTING;
		this.trouble = null;
	}

	void ready(Running started) {
		this.running = started;
		this.phase = Phase.READY;
	}

	void failed(String why) {
		this.trouble = why;
		this.phase = Phase.FAILED;
	}

	/** Stops everything of it. */
	synchronized void stop() {
		Running stopping = this.running;
		this.running = null;
		this.phase = Phase.STOPPED;
		if (stopping != null) {
			stopping.close();
		}
	}

	@Nullable Running running() {
		return this.running;
	}

	/** Changes something; one change at a time. */
	synchronized void change(Change change) {
		Running now = this.running;
		if (now == null) {
			throw new Problem(Problem.Category.UNREACHABLE, "The sandbox of " + this.system.label()
					+ " is not running. Wait until it has started, or see the page Sandbox for what stopped it.");
		}
		change.apply(now.system(), now.faults());
	}

	/** How it is, looked up now. */
	SandboxSystem look(List<TargetNames> names) {
		Running now = this.running;
		List<TargetState> targets = (now != null) ? names.stream().map((name) -> look(now, name)).toList() : List.of();
		List<FaultState> faults = (now != null) ? now.faults().all().stream().map(Installation::look).toList()
				: List.of();
		return new SandboxSystem(this.system.id(), this.system.label(), this.phase, this.trouble, targets, faults);
	}

	private static TargetState look(Running all, TargetNames names) {
		RunningSystem running = all.system();
		return switch (names.kind()) {
			case "postgres" -> new TargetState(names.name(), names.kind(), running.databaseUrl(), true);
			case "redis" ->
				new TargetState(names.name(), names.kind(), running.redis().url(), running.redis().running());
			case "http" -> new TargetState(names.name(), names.kind(), running.app().url(), running.app().listening());
			default -> new TargetState(names.name(), names.kind(), all.platform().address(), true);
		};
	}

	private static FaultState look(Fault fault) {
		return new FaultState(fault.kind(), fault.active());
	}

	/** A change to a running system. */
	interface Change {

		void apply(RunningSystem system, Faults faults);

	}

}
