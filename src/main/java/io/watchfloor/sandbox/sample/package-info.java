/** The systems that the sandbox stands in for, their tables and their keys. */
@NullMarked
package io.watchfloor.sandbox.sample;

import org.jspecify.annotations.NullMarked;
