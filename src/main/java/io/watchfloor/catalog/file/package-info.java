/** Reads the catalog's folder, validates it with positions, and reads it again. */
@NullMarked
package io.watchfloor.catalog.file;

import org.jspecify.annotations.NullMarked;
