/** Systems and runbooks for programs. */
@NullMarked
package io.watchfloor.api.catalog;

import org.jspecify.annotations.NullMarked;
