/** Commands that Watchfloor knows and leaves to a person, tool by tool. */
@ApplicationModule(allowedDependencies = { "kernel", "catalog", "command", "action" })
@NullMarked
package io.watchfloor.action.manual;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
