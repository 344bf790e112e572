/**
 * What a document says about its system in tables and lists: severities, limits,
 * schedules, contacts.
 */
@NullMarked
package io.watchfloor.runbook.fact;

import org.jspecify.annotations.NullMarked;
