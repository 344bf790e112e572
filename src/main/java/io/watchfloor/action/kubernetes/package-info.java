/**
 * Kubernetes clusters as targets: typed reads and changes, and the readers of
 * {@code kubectl} and {@code helm}.
 */
@ApplicationModule(allowedDependencies = { "kernel", "catalog", "command", "action" })
@NullMarked
package io.watchfloor.action.kubernetes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
