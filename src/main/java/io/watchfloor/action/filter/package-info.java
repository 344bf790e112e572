/** What stands behind the bars of a reading command: chosen, sorted and counted lines. */
@NullMarked
package io.watchfloor.action.filter;

import org.jspecify.annotations.NullMarked;
