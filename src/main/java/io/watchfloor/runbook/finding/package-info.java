/**
 * What is wrong with a document: the rules about the document itself, and what the
 * connectors know.
 */
@NullMarked
package io.watchfloor.runbook.finding;

import org.jspecify.annotations.NullMarked;
