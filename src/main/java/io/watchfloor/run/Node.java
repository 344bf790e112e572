package io.watchfloor.run;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * This process, for as long as it lives, and the claims it works under. A claim whose
 * work ended for whatever reason is no longer kept alive, so the step becomes abandoned
 * and its outcome is settled.
 */
@Component
class Node {

	private final String name = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

	private final Set<Long> tokens = ConcurrentHashMap.newKeySet();

	private final Set<StepRun> looks = ConcurrentHashMap.newKeySet();

	String name() {
		return this.name;
	}

	void working(long token) {
		this.tokens.add(token);
	}

	void ended(long token) {
		this.tokens.remove(token);
	}

	Set<Long> tokens() {
		return Set.copyOf(this.tokens);
	}

	/** Looks at a step's done-when, which is leased for that as it was last written. */
	void looking(StepRun leased) {
		this.looks.add(leased);
	}

	void looked(StepRun leased) {
		this.looks.remove(leased);
	}

	Set<StepRun> looks() {
		return Set.copyOf(this.looks);
	}

}
