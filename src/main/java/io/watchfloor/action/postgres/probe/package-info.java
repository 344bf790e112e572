/** Readings of a PostgreSQL server's health that one query alone does not tell. */
@NullMarked
package io.watchfloor.action.postgres.probe;

import org.jspecify.annotations.NullMarked;
