/**
 * Hosts as targets: a closed list of tools, each started with an argument array, on this
 * machine, over SSH or in a container.
 */
@ApplicationModule(allowedDependencies = { "kernel", "catalog", "command", "action" })
@NullMarked
package io.watchfloor.action.host;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
