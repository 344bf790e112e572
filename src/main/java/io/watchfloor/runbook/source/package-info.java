/** Where documents come from. */
@NullMarked
package io.watchfloor.runbook.source;

import org.jspecify.annotations.NullMarked;
