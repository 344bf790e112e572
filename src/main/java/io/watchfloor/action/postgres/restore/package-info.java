/** Dumps, and restores of them into databases that were not there before. */
@NullMarked
package io.watchfloor.action.postgres.restore;

import org.jspecify.annotations.NullMarked;
