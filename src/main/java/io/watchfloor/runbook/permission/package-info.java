/** What the actions of a system's runbooks must be granted at its targets. */
@NullMarked
package io.watchfloor.runbook.permission;

import org.jspecify.annotations.NullMarked;
