/** People, roles, sessions, sign-in and step-up. */
@ApplicationModule(allowedDependencies = { "kernel", "db", "ui" })
@NullMarked
package io.watchfloor.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
