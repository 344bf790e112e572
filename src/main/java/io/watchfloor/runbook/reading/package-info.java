/** How a Markdown document becomes procedures and steps. */
@NullMarked
package io.watchfloor.runbook.reading;

import org.jspecify.annotations.NullMarked;
