/**
 * {@code ./watchfloor read}: what Watchfloor understands of Markdown files, without a
 * server.
 */
@NullMarked
package io.watchfloor.runbook.cli;

import org.jspecify.annotations.NullMarked;
