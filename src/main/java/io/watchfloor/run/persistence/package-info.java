/** Keeps runs in PostgreSQL. */
@NullMarked
package io.watchfloor.run.persistence;

import org.jspecify.annotations.NullMarked;
