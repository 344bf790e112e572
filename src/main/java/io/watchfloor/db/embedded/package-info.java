/** The PostgreSQL that comes with the console and keeps its data in the data folder. */
@NullMarked
package io.watchfloor.db.embedded;

import org.jspecify.annotations.NullMarked;
