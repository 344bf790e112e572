/** The table of dismissed proposals. */
@NullMarked
package io.watchfloor.runbook.proposal.persistence;

import org.jspecify.annotations.NullMarked;
