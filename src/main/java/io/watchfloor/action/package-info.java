/**
 * The contract of an action: what it is, what it will do, what it did, and when it counts
 * as done.
 */
@ApplicationModule(allowedDependencies = { "kernel", "catalog", "command" })
@NullMarked
package io.watchfloor.action;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
