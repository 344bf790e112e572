/** Runbooks brought in through the browser: previewed, then kept. */
@NullMarked
package io.watchfloor.runbook.upload;

import org.jspecify.annotations.NullMarked;
