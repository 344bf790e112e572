/**
 * The PostgreSQL store: embedded or by URL, its migrations, its health, and jOOQ's
 * generated tables.
 */
@ApplicationModule(allowedDependencies = "kernel", type = ApplicationModule.Type.OPEN)
@NullMarked
package io.watchfloor.db;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
