/**
 * Systems, environments, targets and references to secrets, read from the team's folder.
 */
@ApplicationModule(allowedDependencies = { "kernel", "db", "ui", "security", "audit" })
@NullMarked
package io.watchfloor.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
