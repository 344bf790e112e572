/**
 * Scripts of the team that its catalog registers for a host, each pinned by its digest.
 */
@NullMarked
package io.watchfloor.action.host.script;

import org.jspecify.annotations.NullMarked;
