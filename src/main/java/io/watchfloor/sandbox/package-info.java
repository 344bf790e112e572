/**
 * Real local targets with sample data and fault injection, for the default start and for
 * drills.
 */
@ApplicationModule(allowedDependencies = { "kernel", "db", "ui", "security", "audit", "catalog" })
@NullMarked
package io.watchfloor.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
