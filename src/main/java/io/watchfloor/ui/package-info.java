/** The shell, the theme and the shared components of every view; no feature. */
@ApplicationModule(allowedDependencies = { "kernel", "db" })
@NullMarked
package io.watchfloor.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
