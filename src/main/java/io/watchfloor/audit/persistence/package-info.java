/** The log's table. */
@NullMarked
package io.watchfloor.audit.persistence;

import org.jspecify.annotations.NullMarked;
