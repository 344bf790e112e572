/** The tables of people, sessions, links and attempts. */
@NullMarked
package io.watchfloor.security.persistence;

import org.jspecify.annotations.NullMarked;
