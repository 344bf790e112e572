/**
 * A shell line as written: split into words, pipes and redirections, never expanded,
 * never run.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.watchfloor.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
