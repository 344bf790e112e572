/** The list of runbooks, and a runbook beside what was understood of it. */
@NullMarked
package io.watchfloor.runbook.ui;

import org.jspecify.annotations.NullMarked;
