/** Faults with real effects, each of which can be put back. */
@NullMarked
package io.watchfloor.sandbox.fault;

import org.jspecify.annotations.NullMarked;
