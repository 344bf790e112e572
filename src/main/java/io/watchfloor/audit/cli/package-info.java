/** The command line's way to the log. */
@NamedInterface("cli")
@NullMarked
package io.watchfloor.audit.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
