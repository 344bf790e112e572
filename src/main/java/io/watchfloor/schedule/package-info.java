/**
 * What is due by the calendar: done by one of the nodes, and recorded when it was missed.
 */
@ApplicationModule(allowedDependencies = { "kernel", "db", "security" })
@NullMarked
package io.watchfloor.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
