/**
 * Ids, time, canonical JSON, and the event interfaces that {@code audit} and
 * {@code notify} hear.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.watchfloor.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
