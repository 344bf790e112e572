/** The command line's way to the log. */
@NullMarked
package io.watchfloor.audit.cli;

import org.jspecify.annotations.NullMarked;
