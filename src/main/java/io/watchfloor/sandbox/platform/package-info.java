/** Small stand-ins for what runs a system's parts: they restart real ones. */
@NullMarked
package io.watchfloor.sandbox.platform;

import org.jspecify.annotations.NullMarked;
