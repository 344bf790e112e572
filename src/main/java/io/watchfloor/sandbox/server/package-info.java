/**
 * The sandbox's own PostgreSQL and Redis processes: start, stop, and what a killed
 * console left behind.
 */
@NullMarked
package io.watchfloor.sandbox.server;

import org.jspecify.annotations.NullMarked;
