package io.watchfloor.runbook.proposal;

import java.time.Instant;
import java.util.Set;

import io.watchfloor.catalog.SystemId;
import io.watchfloor.kernel.Actor;

/** Remembers what nobody wants to see again. */
public interface Dismissals {

	/** The fingerprints of a system's dismissed proposals. */
	Set<String> of(SystemId system);

	/** Adds one; a second time changes nothing. */
	void add(SystemId system, String fingerprint, String what, Actor by, Instant at);

}
