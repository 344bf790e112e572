/**
 * What steps print: redacted, made inert, kept complete in chunks of lines, read back in
 * pieces, searched.
 */
@NullMarked
package io.watchfloor.run.output;

import org.jspecify.annotations.NullMarked;
