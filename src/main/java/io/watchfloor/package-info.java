/** The console's start; every folder below is a module. */
@NullMarked
package io.watchfloor;

import org.jspecify.annotations.NullMarked;
