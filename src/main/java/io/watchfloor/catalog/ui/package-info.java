/** The pages of systems. */
@NullMarked
package io.watchfloor.catalog.ui;

import org.jspecify.annotations.NullMarked;
