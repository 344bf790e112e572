/** HTTP services as targets: health and status, and the reader of {@code curl}. */
@ApplicationModule(allowedDependencies = { "kernel", "catalog", "command", "action" })
@NullMarked
package io.watchfloor.action.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
