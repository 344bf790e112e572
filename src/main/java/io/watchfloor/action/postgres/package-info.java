/**
 * PostgreSQL as a target: typed reads and maintenance, and the reader of {@code psql}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "catalog", "command", "action" })
@NullMarked
package io.watchfloor.action.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
