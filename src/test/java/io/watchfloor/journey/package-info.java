/** What a person does in a browser, from the printed link on. */
@NullMarked
package io.watchfloor.journey;

import org.jspecify.annotations.NullMarked;
