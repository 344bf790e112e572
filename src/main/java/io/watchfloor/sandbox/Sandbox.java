package io.watchfloor.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.watchfloor.audit.AuditEntry;
import io.watchfloor.audit.AuditLog;
import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Actor;
import io.watchfloor.kernel.Problem;
import io.watchfloor.kernel.Risk;
import io.watchfloor.sandbox.fault.FaultKind;
import io.watchfloor.security.Authority;
import io.watchfloor.security.Permission;
import io.watchfloor.security.Scope;
import org.springframework.stereotype.Service;

/** What a person does with the sandbox: look, make things go wrong, put them right. */
@Service
public class Sandbox {

	private final SandboxHost host;

	private final Authority authority;

	private final AuditLog audit;

	Sandbox(SandboxHost host, Authority authority, AuditLog audit) {
		this.host = host;
		this.authority = authority;
		this.audit = audit;
	}

	/** Whether there is a sandbox at all. */
	public boolean enabled() {
		return this.host.enabled();
	}

	/** Whether a system is still being started. */
	public boolean starting() {
		return this.host.latest().stream().anyMatch((system) -> system.phase() == Phase.STARTING);
	}

	/** Whether the person who calls may make things go wrong. */
	public boolean mayUse() {
		return this.authority.hasSomewhere(Permission.USE_SANDBOX);
	}

	/** The systems as they were a second ago at most. */
	public List<SandboxSystem> systems() {
		this.authority.require(Permission.VIEW);
		return this.host.latest();
	}

	/** How many faults are in force. */
	public long injected() {
		return this.host.latest().stream().mapToLong(SandboxSystem::injected).sum();
	}

	/**
	 * Tells a listener of every change of {@link #systems()}, from another thread.
	 * @return ends it
	 */
	public Runnable onChange(Runnable listener) {
		return this.host.onChange(listener);
	}

	/**
	 * Makes something go wrong.
	 * @throws Problem when the person may not, the record cannot be written, or the
	 * system is not running
	 */
	public void inject(SystemId system, FaultKind kind) {
		record("sandbox.fault-injected", system, Map.of("fault", kind.slug()),
				(running, faults) -> faults.get(kind).inject());
	}

	/** Puts it right again. */
	public void clear(SystemId system, FaultKind kind) {
		record("sandbox.fault-cleared", system, Map.of("fault", kind.slug()),
				(running, faults) -> faults.get(kind).clear());
	}

	/** Clears all faults of a system and makes its sample data anew. */
	public void resetSampleData(SystemId system) {
		record("sandbox.reset", system, Map.of(), (running, faults) -> {
			faults.clear();
			running.resetSampleData();
		});
	}

	/** The intent is in the log before anything happens (law 1). */
	private void record(String action, SystemId system, Map<String, String> details, Installation.Change change) {
		Actor actor = this.authority.require(Permission.USE_SANDBOX,
				new Scope(system.value(), SandboxEnvironments.NAME, Risk.DISRUPTIVE));
		Installation installation = installation(system);
		String target = system + "/" + SandboxEnvironments.NAME;
		this.audit.append(new AuditEntry(actor, action, target, null, null, "INTENDED", details));
		Map<String, String> told = new TreeMap<>(details);
		String result = "SUCCEEDED";
		try {
			installation.change(change);
		}
		catch (RuntimeException trouble) {
			result = "FAILED";
			told.put("message", String.valueOf(trouble.getMessage()));
			throw trouble;
		}
		finally {
			this.host.refresh();
			this.audit.append(new AuditEntry(actor, action, target, null, null, result, told));
		}
	}

	private Installation installation(SystemId system) {
		Optional<Installation> found = this.host.installation(system);
		return found.orElseThrow(() -> new Problem(Problem.Category.NOT_FOUND,
				"There is no sandbox for " + system + ". Enable it with watchfloor.sandbox.enabled=true."));
	}

}
