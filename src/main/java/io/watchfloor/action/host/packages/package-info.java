/** Packages of a host that are upgraded to versions that the plan names. */
@NullMarked
package io.watchfloor.action.host.packages;

import org.jspecify.annotations.NullMarked;
