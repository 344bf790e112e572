/** Resolves references to secrets and hides the values in everything stored or shown. */
@NullMarked
package io.watchfloor.catalog.secret;

import org.jspecify.annotations.NullMarked;
