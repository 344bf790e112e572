/** Typed changes of the Simple Queue Service. */
@NullMarked
package io.watchfloor.action.aws.sqs;

import org.jspecify.annotations.NullMarked;
