/** The tables of pulls and pulled documents. */
@NullMarked
package io.watchfloor.runbook.git.persistence;

import org.jspecify.annotations.NullMarked;
