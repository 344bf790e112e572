/** The sign-in, the people and the account on the screen, and what guards every page. */
@NullMarked
package io.watchfloor.security.ui;

import org.jspecify.annotations.NullMarked;
