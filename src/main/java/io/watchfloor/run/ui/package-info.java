/** The list of runs and the Run screen. */
@NullMarked
package io.watchfloor.run.ui;

import org.jspecify.annotations.NullMarked;
