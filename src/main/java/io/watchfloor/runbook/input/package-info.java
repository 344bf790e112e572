/**
 * What a command line leaves open for a person to fill in, and how a value gets there.
 */
@NullMarked
package io.watchfloor.runbook.input;

import org.jspecify.annotations.NullMarked;
