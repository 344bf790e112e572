/**
 * Docker engines and Compose projects as targets, and the readers of {@code docker} and
 * {@code docker compose}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "catalog", "command", "action", "action.host" })
@NullMarked
package io.watchfloor.action.compose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
