/** Markdown runbooks read into procedures that can be walked. */
@ApplicationModule(allowedDependencies = { "kernel", "db", "ui", "security", "catalog", "command", "action" })
@NullMarked
package io.watchfloor.runbook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
