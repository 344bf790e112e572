/**
 * Ids, time, canonical JSON, risks, problems in words, and the events that {@code audit}
 * hears.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.watchfloor.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
