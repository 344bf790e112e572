/** What a document says about its system, offered for the system's file. */
@NullMarked
package io.watchfloor.runbook.proposal;

import org.jspecify.annotations.NullMarked;
