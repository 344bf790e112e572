/** Typed changes of DynamoDB. */
@NullMarked
package io.watchfloor.action.aws.dynamo;

import org.jspecify.annotations.NullMarked;
