/**
 * {@code ./watchfloor read}: what Watchfloor understands of Markdown files, without a
 * server.
 */
@NamedInterface("cli")
@NullMarked
package io.watchfloor.runbook.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
