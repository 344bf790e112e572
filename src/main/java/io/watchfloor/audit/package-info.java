/** The tamper-evident log: append, verify, export. */
@ApplicationModule(allowedDependencies = { "kernel", "db", "ui", "security" })
@NullMarked
package io.watchfloor.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
