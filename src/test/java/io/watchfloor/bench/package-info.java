/**
 * Measures the console against what people use today: {@code ./watchfloor bench NAME}.
 *
 * A module puts a class that implements {@link io.watchfloor.bench.Benchmark} into its
 * own test package, public or not, with a constructor without parameters; it is found by
 * its interface.
 */
@NullMarked
package io.watchfloor.bench;

import org.jspecify.annotations.NullMarked;
