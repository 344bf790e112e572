/** A Markdown document as its blocks, whatever state it is in. */
@NullMarked
package io.watchfloor.runbook.document;

import org.jspecify.annotations.NullMarked;
