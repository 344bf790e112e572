/**
 * Redis as a target: typed reads and key removal, and the reader of {@code redis-cli}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "catalog", "command", "action" })
@NullMarked
package io.watchfloor.action.redis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
