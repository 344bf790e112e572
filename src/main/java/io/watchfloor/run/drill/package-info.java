/**
 * Drills: walks that send no change, with a stopwatch, a fault where one can be injected,
 * and a report.
 */
@NullMarked
package io.watchfloor.run.drill;

import org.jspecify.annotations.NullMarked;
