/** What differs between two versions of a document. */
@NullMarked
package io.watchfloor.runbook.compare;

import org.jspecify.annotations.NullMarked;
