/** Trying out whether a target can be reached, and at which stage that ends. */
@NullMarked
package io.watchfloor.catalog.connection;

import org.jspecify.annotations.NullMarked;
