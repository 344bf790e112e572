/** Typed changes of the Elastic Container Service. */
@NullMarked
package io.watchfloor.action.aws.ecs;

import org.jspecify.annotations.NullMarked;
