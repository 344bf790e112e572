/** The grammar of the {@code aws} command line. */
@NullMarked
package io.watchfloor.action.aws.line;

import org.jspecify.annotations.NullMarked;
