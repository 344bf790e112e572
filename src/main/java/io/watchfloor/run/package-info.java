/** Guided runs: plan, confirm, execute, verify, undo, resume; durable. */
@ApplicationModule(
		allowedDependencies = { "kernel", "db", "ui", "security", "audit", "catalog", "command", "action", "runbook" })
@NullMarked
package io.watchfloor.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
