/** Runbooks pulled from Git: without the git program, without a working copy. */
@NullMarked
package io.watchfloor.runbook.git;

import org.jspecify.annotations.NullMarked;
