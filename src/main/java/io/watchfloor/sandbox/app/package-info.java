/**
 * The stand-in applications: health, metrics and a little traffic over the real servers.
 */
@NullMarked
package io.watchfloor.sandbox.app;

import org.jspecify.annotations.NullMarked;
