/**
 * The console for programs: REST, described by OpenAPI, over the services that the pages
 * use.
 */
@ApplicationModule(
		allowedDependencies = { "kernel", "db", "security", "catalog", "command", "action", "runbook", "run" })
@NullMarked
package io.watchfloor.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
