/** Runs for programs: start, preview, confirm, approve, follow. */
@NullMarked
package io.watchfloor.api.run;

import org.jspecify.annotations.NullMarked;
