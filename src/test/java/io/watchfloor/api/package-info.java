@NullMarked
package io.watchfloor.api;

import org.jspecify.annotations.NullMarked;
