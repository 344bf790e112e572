/** The audit view. */
@NullMarked
package io.watchfloor.audit.ui;

import org.jspecify.annotations.NullMarked;
